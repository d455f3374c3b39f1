import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBrowser } from './open-browser.ts'

let folder: string
let opened: string
let browser: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'carrel-browser-'))
  opened = path.join(folder, 'opened')
  browser = path.join(folder, 'browser.mjs')
  await writeFile(
    browser,
    `#!${process.execPath}\nimport { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(opened)}, JSON.stringify(process.argv.slice(2)))\n`,
  )
  await chmod(browser, 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const address = 'http://127.0.0.1:5000/?token=a&b="c d"'

it('gives the address to the named program, unchanged by any shell', async () => {
  expect(await openBrowser(address, { BROWSER: browser }, 'linux')).toBe(true)
  expect(JSON.parse(await readFile(opened, 'utf8'))).toEqual([address])
})

it('puts it where %s stands, and tries the next program when one cannot run', async () => {
  expect(await openBrowser(address, { BROWSER: `${folder}/absent:${browser} --new %s` }, 'linux')).toBe(true)
  expect(JSON.parse(await readFile(opened, 'utf8'))).toEqual(['--new', address])
})

it('opens nothing when told so, without a display, or when no program runs', async () => {
  expect(await openBrowser(address, { BROWSER: 'none', DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(await openBrowser(address, { PATH: folder }, 'linux')).toBe(false)
  expect(await openBrowser(address, { PATH: folder, DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(await openBrowser(address, { BROWSER: `${folder}/absent` }, 'linux')).toBe(false)
})
