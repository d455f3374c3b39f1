// The built program as the checklist looks at it: its files, its running window, and checks that many items share.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { root } from '../../src/launch/build-when-stale.mjs'
import type { StandIn } from '../electron-stand-in/driver.ts'
import { expect } from '../fixtures.ts'

/** A file of the repository. */
export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
/** All code below a built folder. */
export const readAll = (folder: string): string =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:c?js|html|css)$/.test(file))
    .map((file) => read(path.join(folder, file)))
    .join('\n')

export type Program = {
  readonly window: StandIn
  readonly page: Page
  readonly main: string
  readonly renderer: string
  readonly preload: string
}
export type Check = (program: Program) => Promise<void>

/** The window's preferences in the built bundle, each spelled out once. */
export const says =
  (...preferences: readonly string[]): Check =>
  async ({ main }) => {
    for (const one of preferences) expect(main, one).toContain(one)
  }
/** Words that stand nowhere in the bundle or the preload. */
export const never =
  (words: RegExp): Check =>
  async ({ main, preload }) => {
    expect(main.match(words), String(words)).toBeNull()
    expect(preload.match(words), String(words)).toBeNull()
  }
/** What a page hears when it asks for an address. */
export const fetched = (page: Page, address: string): Promise<string> =>
  page.evaluate(
    (url) =>
      fetch(url).then(
        (answer) => `answered ${answer.status}`,
        (error: Error) => error.name,
      ),
    address,
  )
