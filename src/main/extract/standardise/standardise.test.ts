import { expect, test } from 'vitest'
import { extractPage } from '../extract-page.ts'

const prose = '<p>The kettle sang, and the tea was poured; nobody had asked for it, but everybody drank. </p>'.repeat(4)

test.each([
  'class="cm-content"',
  'class="wp-caption"',
  'class="katex"',
  'data-tex="x^2"',
  'role="heading" aria-level="2"',
  'class="lite-youtube" data-id="aaaaaaaaaaa"',
])('a page whose body says %s is cleaned like any other', (says) => {
  for (const page of [`<body ${says}>${prose}`, `<html ${says}><body>${prose}`, `<body ${says}>short`, `<html ${says}>`]) {
    let text = ''
    try {
      text = extractPage(`<title>Tea</title>${page}`, 'https://example.org/').text
    } catch (error) {
      expect(error).toMatchObject({ code: 'page.no-article' })
    }
    if (page.includes('kettle')) expect(text).toContain('everybody drank')
  }
})

test('a part that came late and holds its own place, as where a page breaks off, is shown where it stands', () => {
  const page = `<title>Tea</title>${prose}<div hidden id="S:0"><template id="B:0"></template>${prose.replaceAll('kettle', 'samovar')}</div>`
  expect(extractPage(page, 'https://example.org/').text).toContain('The samovar sang')
})
