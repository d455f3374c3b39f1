# Puts a folder on the user's PATH, or takes it off: path.ps1 add|remove <folder>. The entry keeps its %VARIABLES% as they are,
# which [Environment]::SetEnvironmentVariable would write out for good.
param([string] $deed, [string] $folder)
$key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment', $true)
$before = [string] $key.GetValue('Path', '', 'DoNotExpandEnvironmentNames')
$entries = @($before -split ';' | Where-Object { $_ -ne '' -and $_ -ne $folder })
if ($deed -eq 'add') { $entries += $folder }
$key.SetValue('Path', ($entries -join ';'), 'ExpandString')
