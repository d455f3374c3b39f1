import { describe, expect, test } from 'vitest'
import { dropHeadingLines } from './drop-heading-lines.ts'
import { parsePage } from './parse-page.ts'

function left(html: string, byline: string | null = 'Ida Example'): string {
  const { body } = parsePage(`<body>${html}</body>`)
  dropHeadingLines(body, 'The gap buffer', byline)
  return body.innerHTML
}

describe('the lines above an article', () => {
  test.each([
    '<h1>The gap buffer</h1><p>By <a href="/ida">Ida Example</a>, 2025-02-04</p><p>Text.</p>',
    '<h2>The Gap Buffer</h2><div>Published on 4 February 2025 by Ida Example</div><p>Text.</p>',
    '<p>Ida Example · 4 min read</p><p>Text.</p>',
    '<p>February 4th, 2025</p><p>Text.</p>',
  ])('%s leaves the text', (html) => {
    expect(left(html)).toBe('<p>Text.</p>')
  })

  test.each([
    '<p>Ida Example began to write at night.</p>',
    '<p>By 2019 the buffers had grown old.</p>',
    '<p>In 1984, everything changed for editors.</p>',
    '<h2>Another heading</h2><p>Text.</p>',
    '<p>Text.</p><p>By Ida Example, 2025-02-04</p>',
  ])('%s stays', (html) => {
    expect(left(html)).toBe(html)
  })
})
