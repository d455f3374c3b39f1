// What `import … from 'electron'` gives a program on the stand-in. A name that is not here fails when the program is loaded.

export { app } from './app.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { protocol, session } from './session.ts'
export { clipboard, dialog, nativeTheme, screen, shell } from './system.ts'
export { BrowserWindow } from './window.ts'
