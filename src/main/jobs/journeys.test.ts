// The journeys end to end through a real core: saved from the local site, stored, indexed, read; refreshed; failing as they should.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemSummary } from '../../shared/item.ts'
import { type LocalSite, openLocalSite } from '../testing/local-site.ts'
import { charsetPages } from '../testing/site/charsets.ts'
import { openTemporaryCore, type TemporaryCore } from '../testing/temporary-core.ts'

let site: LocalSite
let library: TemporaryCore
beforeAll(async () => {
  site = await openLocalSite({ dripMs: 5 })
  library = await openTemporaryCore()
})
afterAll(async () => {
  await library.remove()
  await site.close()
})

async function save(path: string): Promise<ItemSummary> {
  const link = path.startsWith('http') ? path : `${site.url}${path}`
  const { results } = await library.call('item.save', { links: [link], typed: true })
  await library.core.settled()
  const [result] = results
  if (!result?.ok) throw new Error(`not saved: ${JSON.stringify(result)}`)
  return (await library.call('item.get', { id: result.item.id })).item
}
const part = (n: number, slug: string): string => `/blog/small-structures-${n}-${slug}/`
const article = (title: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
const prose = (about: string, times: number): string[] =>
  Array.from(
    { length: times },
    (_, n) =>
      `Paragraph ${n} is about ${about}, at some length, so that nobody could take it for a menu, a footer or an advertisement of any kind.`,
  )

describe('saving', () => {
  test('an article comes complete, with its code, its pictures and its words to search for', async () => {
    const item = await save(part(1, 'ring-buffer'))
    expect(item).toMatchObject({ kind: 'article', state: 'complete', lang: 'en', failure: null })
    expect(item.report?.counts.codeBlocks).toEqual({
      source: item.report?.counts.codeBlocks.copy,
      copy: item.report?.counts.codeBlocks.source,
    })
    const { hits } = await library.call('search.find', { words: 'ring buffer' })
    expect(hits.map((hit) => hit.id)).toContain(item.id)
    const html = (await library.call('item.read', { id: item.id, as: 'html' })).content
    expect(html).toContain('data:image/')
    expect(html).not.toMatch(/<(?:img|source)[^>]+(?:src|srcset)="https?:/)
    expect(html).toMatch(/<pre[^>]*><code class="language-/)
    expect((await library.call('item.read', { id: item.id, as: 'markdown' })).content).toMatch(/^# .+\n\n<http/)
  })

  test('a missing picture is said, and makes the item partial', async () => {
    const item = await save(part(2, 'bit-set'))
    expect(item.state).toBe('partial')
    expect(item.report?.counts.images).toEqual({ source: 2, copy: 1 })
    expect(item.report?.missing).toEqual([
      expect.objectContaining({ about: 'image', what: 'page.gone', url: expect.stringContaining('lost-with-the-disk') }),
    ])
  })

  test('the same page by another spelling is the item that is there', async () => {
    const first = await save('/article/plain/')
    const before = site.requests().length
    for (const spelling of ['/article/plain/?utm_source=mail', '/article/plain/#top', '/article/plain/index.html']) {
      const { results } = await library.call('item.save', { links: [`${site.url}${spelling}`], typed: true })
      expect(results[0]).toMatchObject({ ok: true, already: true, item: { id: first.id } })
    }
    await library.core.settled()
    expect(site.requests().length).toBe(before)
  })

  test('tracking is taken off the saved address, the original is kept', async () => {
    const item = await save('/article/plain/?utm_source=x')
    expect(item.url).toBe(`${site.url}/article/plain/`)
  })

  test.each(charsetPages.map((page) => [page.path, page.sentence] as const))('%s is read in its own charset', async (path, sentence) => {
    const item = await save(path)
    expect((await library.call('item.read', { id: item.id, as: 'html' })).content).toContain(sentence)
  })

  test('a PDF and a text are kept as documents and found by their words', async () => {
    const pdf = await save('/files/paper.pdf')
    expect(pdf).toMatchObject({ kind: 'document', state: 'complete' })
    const notes = await save('/files/notes.txt')
    expect(notes).toMatchObject({ kind: 'document', state: 'complete' })
    const { copy, framePath } = await library.call('item.open', { id: pdf.id })
    expect(copy).toMatchObject({ form: 'document', mime: 'application/pdf' })
    expect(framePath).toBeNull()
    const { path, opened } = await library.call('document.openOutside', { copy: copy?.id ?? ('' as never) })
    expect(opened).toBe(false)
    expect(path).toMatch(/\.pdf$/)
  })

  test('an index page is kept and marked', async () => {
    const item = await save('/tag/small-structures/')
    expect(item.kind).toBe('index')
    expect(item.remarks).toContainEqual(expect.objectContaining({ what: 'is-index' }))
  })

  test.each([
    ['/gone', 'page.gone'],
    ['/missing', 'page.gone'],
    ['/soft-404', 'page.gone'],
    ['/login', 'page.login'],
    ['/login-401', 'page.login'],
    ['/consent', 'page.consent'],
    ['/app', 'page.script-only'],
    ['/refused', 'page.refused'],
    ['/moved/loop-a', 'page.redirects'],
    ['/moved/nowhere', 'page.redirects'],
    ['/moved/to-metadata', 'link.private'],
    ['/truncated', 'page.garbled'],
    ['/gzip-broken', 'page.garbled'],
    ['/files/recording.mp4', 'talk'],
    ['/files/archive.zip', 'page.not-html'],
  ])('%s ends in %s', async (path, code) => {
    const item = await save(path)
    if (code === 'talk') expect(item.kind).toBe('talk')
    else expect(item).toMatchObject({ state: 'failed', failure: { code } })
  })
})

describe('talks', () => {
  test('a page about a recording is a talk with its details and its own copy', async () => {
    const item = await save('/talks/small-machines/')
    expect(item).toMatchObject({ kind: 'talk', state: 'complete' })
    const details = await library.call('item.get', { id: item.id })
    expect(details.talk?.chapters.length).toBeGreaterThan(1)
    expect(details.item.durationSeconds).toBeGreaterThan(60)
  })

  test('a recording on a page of its own is called what the page calls it', async () => {
    expect(await save('/talks/recorded-here/')).toMatchObject({ kind: 'talk', title: 'Recorded here', durationSeconds: 754 })
  })

  test('an article that contains a player stays an article', async () => {
    expect((await save('/talks/article-with-player/')).kind).toBe('article')
  })
})

describe('refreshing', () => {
  const path = '/fresh/grows'
  const save1 = article('Growing', ...prose('the first state of things', 12))

  test('adds a dated copy, keeps the earlier one, and does nothing when nothing changed', async () => {
    site.change(path, save1)
    const item = await save(path)
    await library.call('item.refresh', { ids: [item.id] })
    await library.core.settled()
    expect((await library.call('item.get', { id: item.id })).copies).toHaveLength(1)

    site.change(path, article('Growing', ...prose('the second state of things', 14)))
    await library.call('item.refresh', { ids: [item.id] })
    await library.core.settled()
    const { copies } = await library.call('item.get', { id: item.id })
    expect(copies).toHaveLength(2)
    expect(copies.find((copy) => copy.shown)?.words).toBe(Math.max(...copies.map((copy) => copy.words)))
  })

  test('never shows a worse one, and a wall or a vanished page takes nothing away', async () => {
    site.change('/fresh/shrinks', save1.replaceAll('Growing', 'Shrinking'))
    const item = await save('/fresh/shrinks')
    const shown = item.shownCopy
    site.change('/fresh/shrinks', article('Shrinking', ...prose('nearly nothing', 3)))
    await library.call('item.refresh', { ids: [item.id] })
    await library.core.settled()
    const after = await library.call('item.get', { id: item.id })
    expect(after.item.shownCopy).toBe(shown)
    expect(after.item.remarks).toContainEqual(expect.objectContaining({ about: 'copy', what: 'kept-earlier' }))

    site.change('/fresh/shrinks', { status: 410, body: 'gone' })
    await library.call('item.refresh', { ids: [item.id] })
    await library.core.settled()
    const vanished = (await library.call('item.get', { id: item.id })).item
    expect(vanished).toMatchObject({ state: 'complete', shownCopy: shown, failure: { code: 'page.gone' } })
    expect((await library.call('item.read', { id: item.id, as: 'text' })).content).toContain('first state of things')
  })

  test('fetches only what is missing', async () => {
    const item = await save(part(2, 'bit-set'))
    site.change('/pictures/lost-with-the-disk.png', { headers: { 'content-type': 'image/png' }, body: Buffer.from(png, 'base64') })
    const before = site.requests().length
    await library.call('item.refresh', { ids: [item.id], missing: true })
    await library.core.settled()
    const after = (await library.call('item.get', { id: item.id })).item
    expect(after.state).toBe('complete')
    expect(after.report?.counts.images).toEqual({ source: 2, copy: 2 })
    expect(
      site
        .requests()
        .slice(before)
        .map((request) => request.path),
    ).toEqual(['/pictures/lost-with-the-disk.png'])
  })
})

describe('a page one already has', () => {
  test('a file takes the place of a wall', async () => {
    const item = await save('/paywall')
    const base64 = Buffer.from(article('Behind the wall', ...prose('what only subscribers read', 10))).toString('base64')
    const saved = await library.call('item.saveFile', { url: `${site.url}/paywall`, files: [{ path: 'page.html', base64 }] })
    expect(saved.item).toMatchObject({ id: item.id, state: 'complete', title: 'Behind the wall', failure: null })
    expect((await library.call('item.get', { id: item.id })).copies[0]?.source).toBe('file')
  })

  test('an empty file is refused in words and nothing is written', async () => {
    const before = (await library.call('item.list', {})).total
    await expect(library.call('item.saveFile', { files: [{ path: 'page.html', base64: '' }] })).rejects.toMatchObject({
      code: 'file.empty',
    })
    expect((await library.call('item.list', {})).total).toBe(before)
  })
})

describe('stopping', () => {
  test('a cancelled job leaves the row and a later try completes it', async () => {
    const { results } = await library.call('item.save', { links: [`${site.url}/never`], typed: true })
    const [result] = results
    if (!result?.ok || result.jobId === null) throw new Error('no job')
    await expect.poll(() => site.requests().some((request) => request.path === '/never')).toBe(true)
    await library.call('job.cancel', { ids: [result.jobId] })
    await library.core.settled()
    expect((await library.call('job.list', {})).jobs.filter((job) => job.state === 'running')).toEqual([])
    const stopped = (await library.call('item.get', { id: result.item.id })).item
    expect(stopped).toMatchObject({ state: 'failed', failure: { code: 'job.stopped' }, shownCopy: null })
    site.change('/never', article('At last', ...prose('what came in the end', 8)))
    await library.call('job.retry', { itemIds: [stopped.id] })
    await library.core.settled()
    expect((await library.call('item.get', { id: stopped.id })).item).toMatchObject({ state: 'complete', failure: null })
  })

  test('what was saved is read after the site is gone and the library was closed and opened', async () => {
    const item = await save(part(3, 'gap-buffer'))
    await library.close()
    await site.stop()
    library = await openTemporaryCore({ library: library.library })
    expect((await library.call('item.read', { id: item.id, as: 'text' })).content.length).toBeGreaterThan(200)
    expect((await library.call('search.find', { words: 'gap' })).hits.map((hit) => hit.id)).toContain(item.id)
    await site.start()
  })
})

/** A 3×3 picture, large enough not to be taken for a tracking pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAIAAADZSiLoAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=='
