// The text that is stored is the text of the HTML that is stored: what a window marks, search finds, and the other way round.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractPage } from './extract-page.ts'
import { goldenFile, goldenSlugs, goldenUrl } from './golden/cases.ts'
import { parsePage } from './parse-page.ts'
import { plainText } from './plain-text.ts'

const articles = goldenSlugs.filter((slug) => readFileSync(goldenFile(slug, 'article.html'), 'utf8') !== '')

describe('the stored article, parsed again, reads exactly as the stored text', () => {
  test.each(articles)('%s', (slug) => {
    const { html, text } = extractPage(readFileSync(goldenFile(slug, 'page.html'), 'utf8'), goldenUrl(slug))
    const article = parsePage(`<!doctype html><body><article>${html}</article></body>`).body.firstElementChild
    expect(article && plainText(article)).toBe(text)
  })
})
