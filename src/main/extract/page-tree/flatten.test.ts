import { expect, test } from 'vitest'
import { allElements } from '../dom-walk.ts'
import { extractPage } from '../extract-page.ts'
import { parsePage } from '../parse-page.ts'
import { plainText } from '../plain-text.ts'
import type { Node } from './page-node.ts'

const depthOf = (element: Node): number => {
  let depth = 0
  for (let at = element.parentNode; at !== null; at = at.parentNode) depth += 1
  return depth
}
const words = 'the bottom of the well'

/** Each nests for ever in another way: closed, never closed, closed in the wrong order, with a slash that HTML does not know, in a drawing. */
const nested = {
  'closed in order': `${'<div><span>'.repeat(5_000)}${words}${'</span></div>'.repeat(5_000)}`,
  'never closed': `${'<table><tr><td><blockquote><ul><li>'.repeat(3_000)}${words}`,
  'closed in the wrong order': `${'<b><div></b><span><section></span><x-y><div></x-y>'.repeat(3_000)}${words}`,
  'with a slash': `${'<div/>'.repeat(10_000)}${words}`,
  'in a drawing and a formula': `<svg>${'<tr>'.repeat(5_000)}</svg><math>${'<mrow>'.repeat(5_000)}</math>${words}`,
  'in templates': `${'<template><p>'.repeat(10_000)}${'</template>'.repeat(10_000)}${words}`,
  'in markup kept in a script': `<script type="math/mml"><math>${'<mrow>'.repeat(10_000)}<mi>x</mi></math></script>${words}`,
}

test.each(Object.entries(nested))('what is nested %s is flattened, and its words stay', (_, deep) => {
  const body = parsePage(deep).body
  expect(allElements(body as never).reduce((most, element) => Math.max(most, depthOf(element)), 0)).toBeLessThan(210)
  const sentences = '<p>Down there it was cold, they said, and not a soul had seen the sun. </p>'.repeat(10)
  const { text } = extractPage(`<title>The well</title><article>${sentences}${deep}</article>`, 'https://example.org/')
  expect(text).toContain('Down there')
  expect(body?.textContent).toContain(words)
})

test('places and order of what is not too deep stay as they were', () => {
  const levels = (count: number): string => `${'<i>'.repeat(count)}a<b>b</b>c${'</i>'.repeat(count)}<u>d</u>`
  const body = (html: string): string => parsePage(html).body?.innerHTML ?? ''
  expect(body(levels(150))).toBe(levels(150))
  // Html, body and 198 more; a last level without contents of its own may stand on top.
  expect(body(levels(400))).toBe(`${'<i>'.repeat(198)}abc${'</i>'.repeat(198)}<u>d</u>`)
})

test('a copy nested as deep as a page may be says the same when it is read again', () => {
  const quotes = 197
  const deep = `${'<blockquote>'.repeat(quotes)}<blockquote>The first of May</blockquote><p>and the second, on paper</p>${'</blockquote>'.repeat(quotes)}`
  const { html, text } = extractPage(`&gt;${deep}`, 'https://example.org/')
  expect(plainText(parsePage(`<body>${html}`).body as never)).toBe(text)
})

test('a tree far larger than its source is refused', () => {
  const reopened = Array.from({ length: 2_000 }, (_, at) => `<font color=${at}><p>x`).join('')
  expect(() => parsePage(reopened)).toThrow(expect.objectContaining({ code: 'page.unreadable', facts: { limit: 'nodes' } }))
})
