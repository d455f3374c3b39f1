import { expect, test } from 'vitest'
import { parsePage } from './parse-page.ts'
import { plainText } from './plain-text.ts'
import { countWords, readingLength } from './words.ts'

test('words are counted as people count them, with or without spaces', () => {
  expect(countWords("It's a well-known fact: 3.14 is not π.", 'en')).toBe(8)
  expect(countWords('灯下的抄写员每天晚上都要核对账目', 'zh')).toBeGreaterThan(5)
  expect(countWords(' … — ', null)).toBe(0)
})

test('code is counted in lines, apart from words, and takes longer', () => {
  const code = Array.from({ length: 60 }, (_, line) => `call(number${line})`).join('\n\n')
  const article = parsePage(`<p>${'word '.repeat(230)}</p><pre><code>${code}</code></pre>`).body
  expect(readingLength(article, plainText(article), 'en')).toEqual({ words: 230, codeLines: 60, minutes: 3 })
})
