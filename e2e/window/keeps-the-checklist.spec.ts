// Electron's security checklist, item by item. docs/electron-security.md says what each asks and where it is kept; its headings and the checks
// are the same list.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../src/launch/build-when-stale.mjs'
import { startOnStandIn } from '../electron-stand-in/driver.ts'
import { expect, test } from '../fixtures.ts'
import { plainEnvironment } from '../run-carrel.ts'
import { read, readAll } from './built-program.ts'
import { checks } from './checklist-checks.ts'

test('every item of Electron’s checklist holds', async ({ home, library, browser }) => {
  const window = await startOnStandIn(browser, { env: plainEnvironment(home, library) })
  await expect(window.page.getByRole('textbox', { name: 'Links or text' })).toBeVisible()
  const built = { main: readAll('out/main'), renderer: readAll('out/renderer'), preload: readAll('out/preload') }
  for (const [item, all] of Object.entries(checks)) {
    await test.step(item, async () => {
      for (const check of all) await check({ window, page: window.page, ...built })
    })
  }
  expect(await window.close()).toBe(0)
  expect(window.violations).toEqual([])
})

test('what is written about the checklist is what is checked', () => {
  const text = read('docs/electron-security.md')
  expect([...text.matchAll(/^### (.+)$/gm)].map((match) => match[1])).toEqual(Object.keys(checks))
  for (const part of ['Asks', 'Carrel', 'Where', 'Tested']) expect(text.match(new RegExp(`^- ${part}: `, 'gm')), part).toHaveLength(20)
  const paths = [...text.matchAll(/`((?:src|e2e|docs)\/[^`]+|[\w-]+\.(?:yml|json))`/g)].map((match) => match[1] ?? '')
  expect(paths.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})
