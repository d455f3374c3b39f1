// A real cache on a temporary folder, for tests: real SQLite, real files; only clock and log are replaced. And things to put into it.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CopyId, ItemId, ItemSummary } from '../../shared/item.ts'
import { anchorOf } from '../../shared/quote/describe-passage.ts'
import type { Cache, NewCopy, NewItem } from '../cache/cache.ts'
import type { NewHighlight } from '../cache/highlight-shelf.ts'
import type { Library } from '../cache/library.ts'
import { openCache } from '../cache/open-cache.ts'
import { type LibraryOptions, openLibrary } from '../cache/open-library.ts'
import type { Clock } from '../platform/clock.ts'
import { randomIds } from '../platform/ids.ts'
import { silentLog } from '../platform/log.ts'

export const dayMs = 86_400_000
export type TestClock = Clock & { advance(ms: number): void }

/** Stands still at the present, because files carry real dates; moves only when told. */
export function testClock(): TestClock {
  let now = Date.now()
  return {
    now: () => now,
    advance(ms) {
      now += ms
    },
  }
}

export type TemporaryCache = {
  readonly cache: Cache
  readonly clock: TestClock
  readonly folder: string
  /** A second connection of another process's kind, to look inside. */
  readonly library: Library
  /** Another cache on the same folder. */
  open(overrides?: Partial<LibraryOptions>): Promise<Cache>
  remove(): Promise<void>
}

/** A folder that `remove` takes away. */
export async function temporaryFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-library-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export async function openTemporaryCache(overrides: Partial<LibraryOptions> = {}): Promise<TemporaryCache> {
  const { folder, remove } = await temporaryFolder()
  const clock = testClock()
  const opened: { close(): void }[] = []
  const options: LibraryOptions = { folder, clock, ids: randomIds, log: silentLog, role: 'long-lived', ...overrides }
  const open = async (more: Partial<LibraryOptions> = {}): Promise<Cache> => {
    const cache = await openCache({ ...options, ...more })
    opened.push(cache)
    return cache
  }
  const cache = await open()
  const library = await openLibrary(options)
  opened.push(library.database)
  return {
    cache,
    clock,
    folder,
    library,
    open,
    async remove() {
      for (const one of opened.reverse()) one.close()
      await remove()
    },
  }
}

/** A link to save; `name` tells it from others. */
export function someLink(name: string, overrides: Partial<NewItem> = {}): NewItem {
  return {
    comparisonKey: `desk.test/${name}`,
    url: `https://desk.test/${name}`,
    originalLink: `https://desk.test/${name}?utm_source=friend`,
    kind: 'article',
    title: `desk.test/${name}`,
    place: 'inbox',
    startSeconds: null,
    typed: false,
    ...overrides,
  }
}

/** Saves one link and answers its row. */
export function saveOne(cache: Cache, name: string, overrides: Partial<NewItem> = {}): ItemSummary {
  const [saved] = cache.items.save([someLink(name, overrides)], { lease: false })
  if (!saved) throw new Error('nothing was saved')
  return saved.item
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function someAsset(name: string, size = 100): NewCopy['assets'][number] {
  const bytes = Buffer.alloc(size, `${name} `)
  return { sha256: sha256(bytes), bytes, mime: 'image/png', url: `https://desk.test/${name}.png`, role: 'image', width: 10, height: 10 }
}

/** A copy whose page, article and text all tell `words`. */
export function someCopy(itemId: ItemId, words: string, overrides: Partial<NewCopy> = {}): NewCopy {
  return {
    itemId,
    source: 'web',
    fetchedAt: Date.now(),
    finalUrl: 'https://desk.test/final',
    form: 'article',
    mime: 'text/html; charset=utf-8',
    title: `Title of ${words}`,
    lang: 'en',
    dir: 'ltr',
    words: 3,
    etag: '"1"',
    lastModified: null,
    extractorVersion: 1,
    normaliserVersion: 1,
    raw: Buffer.from(`<html><body><nav>menu</nav><p>${words}</p></body></html>`),
    html: `<p>${words}</p>`,
    text: words,
    document: null,
    assets: [],
    report: null,
    facts: { title: `Title of ${words}`, words: 3, minutes: 1, state: 'complete' },
    ...overrides,
  }
}

/** A passage of `text`, the whole of it when nothing else is said, in a copy that holds that text. */
export function someHighlight(
  copyId: CopyId,
  text: string,
  overrides: Partial<NewHighlight> & { readonly exact?: string } = {},
): NewHighlight {
  const { exact = text, ...others } = overrides
  const start = text.indexOf(exact)
  return {
    copyId,
    anchor: anchorOf(text, start, start + exact.length, null),
    seconds: null,
    colour: 'yellow',
    note: '',
    tags: [],
    ...others,
  }
}
