// The window's own promises, asked of the program behind it: always on the stand-in, which can ask.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startOnStandIn } from '../electron-stand-in/driver.ts'
import { expect, test } from '../fixtures.ts'
import { plainEnvironment } from '../run-carrel.ts'

test('grants nothing but copying, downloads nothing, and opens the web only outside', async ({ home, library, browser }) => {
  const window = await startOnStandIn(browser, { env: plainEnvironment(home, library) })
  for (const permission of [
    'geolocation',
    'media',
    'notifications',
    'clipboard-read',
    'fileSystem',
    'openExternal',
    'local-network-access',
  ]) {
    expect(await window.permission(permission), permission).toBe(false)
  }
  expect(await window.permission('clipboard-sanitized-write')).toBe(true)
  expect(await window.refusesDownload()).toBe(true)

  const { page } = window
  await expect(page.getByRole('textbox', { name: 'Links or text' })).toBeVisible()
  const tried = await page.evaluate(async () => {
    open('https://example.org/opened', '_blank', 'noopener')
    open('mailto:ida@example.org', '_blank', 'noopener')
    location.href = 'https://example.org/navigated'
    const asked = await fetch('https://example.org/asked').catch((error: Error) => error.name)
    const socket = await new Promise((resolve) => {
      new WebSocket('wss://example.org/socket').onerror = () => resolve('refused')
    }).catch((error: Error) => error.name)
    const node = globalThis as { require?: unknown; process?: unknown; module?: unknown; carrel?: object }
    return { asked, socket, node: [typeof node.require, typeof node.process, typeof node.module], bridge: Object.keys(node.carrel ?? {}) }
  })
  expect(tried).toEqual({
    asked: 'TypeError',
    socket: 'refused',
    node: ['undefined', 'undefined', 'undefined'],
    bridge: ['call', 'listen'],
  })
  await expect.poll(() => window.outside).toEqual(['https://example.org/opened'])
  await expect(page.getByRole('textbox', { name: 'Links or text' })).toBeVisible()
  expect(window.context.pages()).toHaveLength(1)
  expect(await window.close()).toBe(0)
  expect(window.violations).toEqual([])
})

test('opens once a library: a second start leaves the first one open', async ({ home, library, browser }) => {
  const env = plainEnvironment(home, library)
  const first = await startOnStandIn(browser, { env })
  await expect(startOnStandIn(browser, { env })).rejects.toThrow('the program ended (0) before it had a window')
  await first.secondInstance()
  await expect(first.page.getByRole('textbox', { name: 'Links or text' })).toBeVisible()
  // Another library has a window of its own.
  const other = await startOnStandIn(browser, { env: plainEnvironment(home, `${library}-other`) })
  expect([await first.close(), await other.close()]).toEqual([0, 0])
  expect([...first.violations, ...other.violations]).toEqual([])
})

test('keeps its place apart from the library', async ({ home, library, browser }) => {
  const window = await startOnStandIn(browser, { env: plainEnvironment(home, library) })
  await window.close()
  const kept = path.join(home, 'config', 'carrel-window')
  const [folder = ''] = await readdir(kept)
  const place = JSON.parse(await readFile(path.join(kept, folder, 'window.json'), 'utf8'))
  expect(place).toMatchObject({ width: 1240, height: 840, maximised: false })
  expect(await readdir(library)).not.toContain('window.json')
})

test('says in words why a library cannot be opened', async ({ home, browser }) => {
  const file = path.join(home, 'a-file')
  await writeFile(file, '')
  const env = plainEnvironment(home, path.join(file, 'library'))
  await expect(startOnStandIn(browser, { env })).rejects.toThrow(/The library cannot be opened: \S.+/)
})
