// What `import … from 'electron'` gives a program on the stand-in. A name that is not here fails when the program is loaded.

export { app } from './app.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol, session } from './session.ts'
export { dialog, Menu, nativeTheme, screen, shell } from './system.ts'
export { BrowserWindow } from './window.ts'
