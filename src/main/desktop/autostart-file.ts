// Opening at login on Linux: a desktop entry in the user's autostart folder, as freedesktop.org's specification has it.
// On a Mac and on Windows Electron does it (login-item.ts).
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

export type Start = {
  /** The program to be started, and what it is started with. */
  readonly command: readonly string[]
  /** The user's configuration folder ($XDG_CONFIG_HOME, or ~/.config). */
  readonly configFolder: string
}

/** Writes the entry, or takes it away. A folder that is not there is made; one that cannot be written throws. */
export async function setAutostart(open: boolean, { command, configFolder }: Start): Promise<void> {
  const file = path.join(configFolder, 'autostart', 'carrel.desktop')
  if (!open) return rm(file, { force: true })
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, autostartEntry(command))
}

/** The entry's text. Throws for a command that no entry can hold. */
export function autostartEntry(command: readonly string[]): string {
  if (command.some((word) => /[\r\n]/.test(word))) throw new Error('a path with a line break cannot be started at login')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Carrel',
    'Comment=An offline reader',
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=carrel-window',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** An argument as the Exec key wants it: quoted where it must be, its percent signs doubled, its backslashes twice over. */
function quoted(argument: string): string {
  const plain = argument.replaceAll('%', '%%')
  if (/^[\w@%+=:,./-]+$/.test(plain)) return plain
  return `"${plain.replace(/["`$\\]/g, (sign) => (sign === '\\' ? '\\\\\\\\' : `\\\\${sign}`))}"`
}
