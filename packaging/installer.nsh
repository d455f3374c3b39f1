; What the installer for Windows does beyond the usual: the `carrel` command comes onto the user's PATH, and goes with Carrel.
!macro carrelPath DEED
  nsExec::Exec 'powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "$INSTDIR\resources\bin\path.ps1" ${DEED} "$INSTDIR\resources\bin"'
  Pop $0
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
!macroend
!macro customInstall
  !insertmacro carrelPath add
!macroend
!macro customUnInstall
  !insertmacro carrelPath remove
!macroend
