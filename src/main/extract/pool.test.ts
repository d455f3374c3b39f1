import { afterEach, expect, test } from 'vitest'
import type { Draft } from '../../shared/journey.ts'
import { systemClock } from '../platform/clock.ts'
import { silentLog } from '../platform/log.ts'
import type { ExtractPool } from './extract-pool.ts'
import { type ExtractPoolOptions, openExtractPool } from './pool.ts'

const entry = new URL('./extract-process.ts', import.meta.url)
const open: ExtractPool[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()))
})

function pool(options: Partial<ExtractPoolOptions> = {}): ExtractPool {
  const opened = openExtractPool({ size: 1, entry, log: silentLog, clock: systemClock, ...options })
  open.push(opened)
  return opened
}

const sentence = 'A river remembers every stone it has carried, and tells of them where it slows down before the sea. '
function page(title: string, paragraphs = 12): string {
  return `<title>${title}</title><article><h1>${title}</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(paragraphs)}</article>`
}
const never = new AbortController().signal
const extract = (
  from: ExtractPool,
  title: string,
  options: { paragraphs?: number; signal?: AbortSignal; maxMs?: number } = {},
): Promise<Draft> =>
  from.extract(
    { html: page(title, options.paragraphs), url: 'https://example.org/a', ...(options.maxMs ? { maxMs: options.maxMs } : {}) },
    options.signal ?? never,
  )

/** Ends when the process is gone. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function childOf(from: ExtractPool): Promise<number> {
  for (;;) {
    const [pid] = from.pids()
    if (pid !== undefined) return pid
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('starts no process before the first page, cleans pages, drawings and nothing else', async () => {
  const opened = pool()
  expect(opened.pids()).toEqual([])
  const draft = await extract(opened, 'The river')
  expect(draft.title).toBe('The river')
  expect(draft.text).toContain('remembers every stone')
  expect(opened.pids()).toHaveLength(1)
  expect(await opened.sanitiseSvg('<svg onload="x()"><rect width="3"/></svg>', never)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"><rect width="3"></rect></svg>',
  )
  await expect(opened.extract({ html: '<p>', url: 'https://example.org/' }, never)).rejects.toMatchObject({ code: 'page.no-article' })
  await expect(opened.readPdf(new Uint8Array([1, 2, 3]), never)).rejects.toMatchObject({ code: 'file.unreadable' })
})

test('a child killed with a page in its hands costs one retry; killed twice, the page is unreadable', async () => {
  const opened = pool()
  const draft = extract(opened, 'Long', { paragraphs: 3_000 })
  const first = await childOf(opened)
  process.kill(first, 'SIGKILL')
  await gone(first)
  expect((await draft).title).toBe('Long')

  const doomed = extract(opened, 'Longer', { paragraphs: 8_000 }).catch((error: unknown) => error)
  for (let time = 0; time < 2; time += 1) {
    const pid = await childOf(opened)
    process.kill(pid, 'SIGKILL')
    await gone(pid)
  }
  expect(await doomed).toMatchObject({ code: 'page.unreadable', facts: { limit: 'crash' } })
  expect((await extract(opened, 'After')).title).toBe('After')
})

test('a page that takes too long is given up and its child killed', async () => {
  const opened = pool()
  await extract(opened, 'Warm')
  const [pid] = opened.pids()
  await expect(extract(opened, 'Slow', { paragraphs: 8_000, maxMs: 1 })).rejects.toMatchObject({
    code: 'page.unreadable',
    facts: { limit: 'time' },
  })
  await gone(pid ?? 0)
  expect((await extract(opened, 'Next')).title).toBe('Next')
})

test.skipIf(process.platform !== 'linux')('a page that only waits for the processor is not given up', async () => {
  const opened = pool()
  await extract(opened, 'Warm')
  const pid = await childOf(opened)
  process.kill(pid, 'SIGSTOP')
  const held = extract(opened, 'Held', { maxMs: 1_000 })
  await new Promise((resolve) => setTimeout(resolve, 1_300))
  process.kill(pid, 'SIGCONT')
  expect((await held).title).toBe('Held')
  expect(opened.pids()).toEqual([pid])
})

test('a page that needs too much memory is given up', async () => {
  const opened = pool({ maxHeapMb: 60 })
  await expect(extract(opened, 'Fat', { paragraphs: 40_000 })).rejects.toMatchObject({
    code: 'page.unreadable',
    facts: { limit: 'memory' },
  })
})

test('cancelling ends the work and the waiting', async () => {
  const opened = pool()
  const running = new AbortController()
  const waiting = new AbortController()
  const first = extract(opened, 'Running', { paragraphs: 8_000, signal: running.signal }).catch((error: unknown) => error)
  const second = extract(opened, 'Waiting', { signal: waiting.signal }).catch((error: unknown) => error)
  const third = extract(opened, 'Third')
  const pid = await childOf(opened)
  waiting.abort()
  running.abort()
  expect(await first).toMatchObject({ name: 'AbortError' })
  expect(await second).toMatchObject({ name: 'AbortError' })
  await gone(pid)
  expect((await third).title).toBe('Third')
  await expect(extract(opened, 'Late', { signal: running.signal })).rejects.toMatchObject({ name: 'AbortError' })
})

test('children are replaced after so many pages, and none is left when the pool closes', async () => {
  const opened = pool({ maxPagesPerChild: 2 })
  const seen = new Set<number>()
  for (let number = 0; number < 5; number += 1) {
    await extract(opened, `Page ${number}`)
    for (const pid of opened.pids()) seen.add(pid)
  }
  expect(seen.size).toBeGreaterThanOrEqual(2)
  await opened.close()
  for (const pid of seen) await gone(pid)
  await expect(extract(opened, 'Closed')).rejects.toMatchObject({ name: 'AbortError' })
})

test('small pages do not wait behind huge ones', async () => {
  const opened = pool()
  const order: string[] = []
  await extract(opened, 'Warm')
  const all = ['Huge 1', 'Huge 2', 'Small 1', 'Small 2'].map((title) =>
    extract(opened, title, { paragraphs: title.startsWith('Huge') ? 5_400 : 2 }).then((draft) => order.push(draft.title)),
  )
  await Promise.all(all)
  expect(order).toEqual(['Huge 1', 'Small 1', 'Small 2', 'Huge 2'])
})

test('a source beyond all bounds is refused before it reaches a child', async () => {
  const opened = pool()
  await expect(opened.extract({ html: 'x'.repeat(50_000_000), url: 'https://example.org/' }, never)).rejects.toMatchObject({
    code: 'page.too-large',
  })
  expect(opened.pids()).toEqual([])
})
