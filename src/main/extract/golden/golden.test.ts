// Golden pages: what each must become. This test never writes them; `npm run golden -- <slug>` does.
import { existsSync, readFileSync } from 'node:fs'
import createDOMPurify from 'dompurify'
import { describe, expect, test } from 'vitest'
import { extractPage } from '../extract-page.ts'
import { gateWindow } from '../gate-window.ts'
import { parsePage } from '../parse-page.ts'
import { plainText } from '../plain-text.ts'
import { purify as purifyOurs, sanitise } from '../sanitise.ts'
import { finish, standardise } from '../standardise/standardise.ts'
import { tidy } from '../tidy.ts'
import { goldenFile, goldenResult, goldenSlugs, goldenUrl } from './cases.ts'

describe.each(goldenSlugs)('golden page %s', (slug) => {
  test('becomes what was accepted', () => {
    const { html, json } = goldenResult(slug)
    expect(existsSync(goldenFile(slug, 'article.json')), `npm run golden -- ${slug}`).toBe(true)
    expect(html).toBe(readFileSync(goldenFile(slug, 'article.html'), 'utf8'))
    expect(JSON.parse(json)).toEqual(JSON.parse(readFileSync(goldenFile(slug, 'article.json'), 'utf8')))
  })
})

const articles = goldenSlugs.filter((slug) => readFileSync(goldenFile(slug, 'article.html'), 'utf8') !== '')

describe.each(articles)('the article of %s', (slug) => {
  const url = goldenUrl(slug)
  const draft = extractPage(readFileSync(goldenFile(slug, 'page.html'), 'utf8'), url)
  /** As it is stored: every picture local. */
  const stored = draft.html.replace(/carrel-asset:[0-9a-f]+-(\d+)/g, `asset/${'0'.repeat(63)}$1`)

  test('holds nothing that DOMPurify with its own defaults would change', () => {
    const window = gateWindow()
    const purify = createDOMPurify(window)
    expect(purify.sanitize(stored, { ADD_TAGS: ['mprescripts', 'none', 'munder'], ADD_ATTR: ['alttext'] })).toBe(stored)
    expect(purifyOurs(stored).innerHTML).toBe(stored)
  })

  test('is not changed by being cleaned again', () => {
    const remote = draft.html.replace(
      /carrel-asset:[0-9a-f]+-(\d+)/g,
      (_, number: string) => draft.assets[Number(number)]?.urls[0]?.replaceAll('&', '&amp;') ?? '',
    )
    const document = parsePage(remote)
    const held = standardise(document, url, url, false)
    finish(document.body, held)
    tidy(document.body, url, url)
    const again = sanitise(document.body).innerHTML.replace(/ data-carrel-image="\d+"/g, '')
    const image = /(<img[^>]*?) src="[^"]*"/g
    expect(again.replace(image, '$1').trim()).toBe(remote.replace(image, '$1').trim())
  })

  test('has the text its markup says, and addresses that lead somewhere', () => {
    const copy = parsePage(draft.html).body
    expect(plainText(copy)).toBe(draft.text)
    for (const link of Array.from(copy.getElementsByTagName('a'))) {
      const href = link.getAttribute('href') ?? '(none)'
      expect(href).toMatch(/^(?:https?:|mailto:|#)/)
      if (href.startsWith('#')) expect(copy.ownerDocument.getElementById(href.slice(1)), href).not.toBeNull()
    }
    for (const image of Array.from(copy.getElementsByTagName('img'))) {
      const number = new RegExp(`^carrel-asset:${draft.assetNonce}-(\\d+)$`).exec(image.getAttribute('src') ?? '')?.[1]
      expect(draft.assets[Number(number)]?.role).toBe('image')
    }
  })

  test('lost nothing that its source had', () => {
    for (const [kind, pair] of Object.entries(draft.counts)) if (kind !== 'embeds') expect(pair.copy, kind).toBe(pair.source)
  })
})
