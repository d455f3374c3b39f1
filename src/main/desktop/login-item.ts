// Opening at login, off until the reader asks for it. Only an installed Carrel can: any other would start a folder that may be gone.
import { homedir } from 'node:os'
import path from 'node:path'
import type { App } from 'electron'
import { setAutostart } from './autostart-file.ts'

type Login = {
  readonly app: Pick<App, 'isPackaged' | 'setLoginItemSettings'>
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly execPath: string
  /** What Carrel is started with then: the library, when it is not the user's own. */
  readonly args: readonly string[]
}

/** Has the system open Carrel at login, or no more. Does nothing where Carrel is not installed. */
export async function setOpenAtLogin(open: boolean, { app, platform, env, execPath, args }: Login): Promise<void> {
  if (!app.isPackaged) return
  if (platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: open, ...(platform === 'win32' ? { args: [...args] } : {}) })
  const given = env.XDG_CONFIG_HOME
  await setAutostart(open, {
    // An AppImage runs from a place that is made anew at every start.
    command: [env.APPIMAGE ?? execPath, ...args],
    configFolder: given !== undefined && path.isAbsolute(given) ? given : path.join(homedir(), '.config'),
  })
}
