// The stand-in must be able to fail: small programs that real Electron would not keep safe, or that it does not model.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startOnStandIn } from '../electron-stand-in/driver.ts'
import { expect, test } from '../fixtures.ts'
import { plainEnvironment } from '../run-carrel.ts'

const safe = `contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false, nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false, allowRunningInsecureContent: false, webviewTag: false, navigateOnDragDrop: false, spellcheck: false`
const openWindow = (preferences: string) => `
  import { app, BrowserWindow } from 'electron'
  app.whenReady().then(() => new BrowserWindow({ backgroundColor: '#000000', webPreferences: { preload: process.argv[2], ${preferences} } }))`

const programs: Readonly<Record<string, readonly [program: string, says: RegExp]>> = {
  'a name Electron has and the stand-in has not': [
    `import { app, Tray } from 'electron'; new Tray('x')`,
    /does not provide an export named 'Tray'/,
  ],
  'a method that is not modelled': [
    `import { app } from 'electron'; try { app.setBadgeCount(1) } catch {} app.quit()`,
    /app\.setBadgeCount is not modelled/,
  ],
  'an event that is not modelled': [
    `import { app } from 'electron'; app.on('gpu-info-update', () => {})`,
    /app has no event gpu-info-update/,
  ],
  'an option that is not modelled': [openWindow(`${safe}, plugins: true`), /webPreferences has no option plugins/],
  'a window without its sandbox': [openWindow(safe.replace('sandbox: true', 'sandbox: false')), /webPreferences\.sandbox must be true/],
  'a window without isolation': [openWindow(safe.replace('contextIsolation: true,', '')), /webPreferences\.contextIsolation must be true/],
  'a preload that is not there': [
    openWindow(safe.replace('contextIsolation', "preload: '/absent.cjs', contextIsolation")),
    /the preload \/absent\.cjs is not there/,
  ],
  'a scheme named too late': [
    `import { app, protocol } from 'electron'; app.whenReady().then(() => protocol.registerSchemesAsPrivileged([{ scheme: 'x', privileges: {} }]))`,
    /came after ready/,
  ],
}

for (const [name, [program, says]] of Object.entries(programs)) {
  test(`refuses ${name}`, async ({ home, library, browser }) => {
    const file = path.join(home, 'program.mjs')
    const preload = path.join(home, 'preload.cjs')
    await writeFile(file, program)
    await writeFile(preload, '')
    const started = startOnStandIn(browser, { env: plainEnvironment(home, library), program: file, args: [preload] })
    await expect(started).rejects.toThrow(says)
  })
}

test('sees a preload that wants Node', async ({ home, library, browser }) => {
  const preload = path.join(home, 'preload.cjs')
  const file = path.join(home, 'program.mjs')
  await writeFile(preload, `const fs = require('node:fs')`)
  await writeFile(
    file,
    `import { app, BrowserWindow, protocol } from 'electron'
    protocol.registerSchemesAsPrivileged([{ scheme: 'carrel-app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
    await app.whenReady()
    protocol.handle('carrel-app', () => new Response('<!doctype html><p>here</p>', { headers: { 'content-type': 'text/html' } }))
    const window = new BrowserWindow({ backgroundColor: '#000000', webPreferences: { preload: process.argv[2], ${safe} } })
    app.on('window-all-closed', () => app.quit())
    await window.loadURL('carrel-app://window/')`,
  )
  const window = await startOnStandIn(browser, { env: plainEnvironment(home, library), program: file, args: [preload] })
  await expect.poll(() => window.violations.join('\n')).toContain('the preload required node:fs')
  // Without a guard a request would leave: that is seen as well, and stopped.
  await window.page.evaluate(() => fetch('https://example.org/leaves').catch(() => undefined))
  expect(window.violations.join('\n')).toContain('a request for https://example.org/leaves would have left')
  await window.close()
})
