import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PassageAnchor } from '../../../shared/highlight.ts'
import type { CopyId } from '../../../shared/item.ts'
import { describePassage } from '../../../shared/quote/describe-passage.ts'
import type { Cache } from '../../cache/cache.ts'
import { readStoredPage } from '../../highlights/stored-page.ts'
import { openTemporaryCache, saveOne, someCopy, type TemporaryCache } from '../../testing/temporary-library.ts'
import { markPassage } from './mark-passage.ts'
import { readItem } from './read-item.ts'

const html =
  '<h2>The “quiet” desk</h2>\n<p>Some <em>quiet wo</em>rds, 👩‍💻🏽 and\u00ad   more.</p><ul><li>one</li><li>two</li></ul>' +
  '<pre><code>if a:\n    b("👩‍💻")\n</code></pre><h2>سلام دنیا</h2><p dir="rtl">این یک متن است که می\u200cخواهم بخوانم.</p>' +
  '<h2>表</h2><table><tbody><tr><td>安静的书桌</td><td>𠮷野家</td></tr></tbody></table>'
const { text } = readStoredPage(html)

let temporary: TemporaryCache
let cache: Cache
let copyId: CopyId
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
  ;({ copyId } = await cache.copies.store(someCopy(saveOne(cache, 'a').id, text, { html }), { show: true }))
})
afterEach(() => temporary.remove())

const add = (anchor: PassageAnchor) => markPassage({ copyId, anchor, colour: 'yellow', note: '', tags: [] }, cache)
const anchorOf = (words: string, wrong: Partial<PassageAnchor> = {}): PassageAnchor => {
  const start = text.indexOf(words)
  return { exact: words, prefix: '', suffix: '', start, end: start + words.length, normaliserVersion: 1, heading: null, ...wrong }
}

describe('a passage is kept as it stands in the copy', () => {
  test.each([
    ['over elements, with an emoji of five parts', 'words, 👩‍💻🏽 and more'],
    ['over paragraphs and lists', 'more.\none\ntwo'],
    ['in code, over lines', 'if a:\n    b("👩‍💻")'],
    ['right to left, with a joiner', 'می\u200cخواهم بخوانم'],
    ['in cells, with a letter of two units', '安静的书桌 𠮷野'],
  ])('%s', async (_name, words) => {
    const { anchor, itemId } = await add(anchorOf(words))
    expect(anchor.exact).toBe(words)
    expect(text.slice(anchor.start - anchor.prefix.length, anchor.end + anchor.suffix.length)).toBe(anchor.prefix + words + anchor.suffix)
    expect(cache.highlights.ofItem(itemId).map((highlight) => highlight.anchor)).toEqual([anchor])
  })

  test('its neighbours are 32 letters, never half of one', async () => {
    const words = '👩‍💻'.repeat(40)
    const { copyId: other } = await cache.copies.store(someCopy(saveOne(cache, 'b').id, `${words}x${words}`), { show: true })
    const { anchor } = await markPassage(
      { copyId: other, anchor: anchorOf('x', { start: words.length, end: words.length + 1 }), colour: 'yellow', note: '', tags: [] },
      cache,
    )
    for (const part of [anchor.prefix, anchor.suffix]) {
      expect(part.length).toBeGreaterThan(30)
      expect(part.length).toBeLessThanOrEqual(32)
      expect(part.isWellFormed()).toBe(true)
    }
  })

  test('a heading is believed when it stands above', async () => {
    expect((await add(anchorOf('خواهم', { heading: ' سلام  دنیا ' }))).anchor.heading).toBe('سلام دنیا')
    expect((await add(anchorOf('more', { heading: 'The “quiet” desk' }))).anchor.heading).toBe('The "quiet" desk')
    expect((await add(anchorOf('mor', { heading: 'سلام دنیا' }))).anchor.heading).toBeNull()
    expect((await add(anchorOf('mo', { heading: '' }))).anchor.heading).toBeNull()
  })
})

describe('a passage is refused', () => {
  const code = '𠮷'
  test.each([
    ['with other words', () => anchorOf('quiet', { exact: 'quite' }), 'other-words'],
    ['somewhere else', () => anchorOf('quiet', { start: 0, end: 5 }), 'other-words'],
    ['that ends before it begins', () => anchorOf('quiet', { start: 9, end: 4 }), 'other-words'],
    ['counted by another normaliser', () => anchorOf('quiet', { normaliserVersion: 2 }), 'version'],
    ['of white space', () => anchorOf('\n'), 'empty'],
    ['that begins inside a letter', () => anchorOf(`${code}野`.slice(1)), 'half-letter'],
    ['that ends inside a letter', () => anchorOf(` ${code}`.slice(0, 2)), 'half-letter'],
  ])('%s', async (_name, anchor, reason) => {
    await expect(add(anchor())).rejects.toMatchObject({ code: 'highlight.misplaced', facts: { reason } })
    expect(cache.highlights.count()).toBe(0)
  })

  test('in a document, whose text is not what is shown', async () => {
    const document = someCopy(saveOne(cache, 'c').id, text, {
      form: 'document',
      html: null,
      document: Buffer.from('%PDF'),
      mime: 'application/pdf',
    })
    const { copyId: other } = await cache.copies.store(document, { show: true })
    const input = { copyId: other, anchor: anchorOf('quiet'), colour: 'yellow' as const, note: '', tags: [] }
    await expect(markPassage(input, cache)).rejects.toMatchObject({ code: 'highlight.misplaced', facts: { reason: 'document' } })
  })
})

test('whatever is selected and described is taken by the core as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length), fc.integer({ min: 1, max: 60 }), async (start, length) => {
      const described = describePassage(text, start, Math.min(text.length, start + length), null)
      if (described === null) return
      expect(described.exact).toBe(described.exact.trim())
      expect(described.exact.isWellFormed()).toBe(true)
      expect((await add(described)).anchor).toEqual(described)
    }),
    { numRuns: 60 },
  )
})

test('what is read shows the marks of the shown copy alone, with notes numbered as the text runs', async () => {
  const { itemId } = await markPassage({ copyId, anchor: anchorOf('two'), colour: 'red', note: 'The second', tags: [] }, cache)
  await markPassage({ copyId, anchor: anchorOf('quiet wo'), colour: 'blue', note: 'The <first>', tags: [] }, cache)
  const read = (as: 'html' | 'markdown' | 'text') => readItem(itemId, as, cache)
  expect(await read('text')).toMatch(/Some ==quiet wo==\[1\]rds[\s\S]*\n==two==\[2\]\n[\s\S]*\n\n\[1\] The <first>\n\n\[2\] The second$/)
  expect(await read('markdown')).toMatch(/Some ==\*quiet wo\*==\[\^note-1\]rds[\s\S]*==two==\[\^note-2\][\s\S]*\[\^note-1\]: The <first>/)
  const page = await read('html')
  expect(page).toContain('<mark class="blue"><em>quiet wo</em></mark><sup class="note-ref" id="note-ref-1">')
  expect(page).toContain('<li id="note-1"><p>The &lt;first&gt;</p>')
  expect(page).toContain('mark.blue{')
  await cache.copies.store(someCopy(itemId, 'newer', { fetchedAt: Date.now() + 1 }), { show: true })
  expect(await read('html')).not.toContain('<mark')
})
