import { describe, expect, test } from 'vitest'
import { failureCodes } from './failure.ts'
import { wordsFor } from './failure-words.ts'
import { remarkWords } from './remark-words.ts'

describe('failure words', () => {
  test.each(failureCodes)('%s has a sentence and a remedy, with and without facts', (code) => {
    const bare = wordsFor({ code, facts: {} })
    expect(bare.says).toMatch(/^[A-Z“].*\.$/)
    expect(bare.remedy).toMatch(/\.$/)
    expect(`${bare.says} ${bare.remedy}`).not.toMatch(/undefined|null|NaN/)
    const facts = {
      host: 'example.org',
      status: 403,
      maxBytes: 20_000_000,
      mime: 'font/woff',
      name: 'x.html',
      folder: '/x',
      scheme: 'ftp:',
    }
    expect(JSON.stringify(wordsFor({ code, facts }))).not.toMatch(/undefined|NaN/)
  })

  test('a remark counts in words a person would use', () => {
    expect(remarkWords({ about: 'image', what: 'page.gone' })).toBe('One picture is missing: the server answered “not found”.')
    expect(remarkWords({ about: 'image', what: 'missing', count: 3 })).toBe('3 pictures of the page are missing from the copy.')
    expect(remarkWords({ about: 'page', what: 'part-lost' })).toBe('Most of the page’s text is missing from the copy.')
    expect(remarkWords({ about: 'talk-details', what: 'page.unreachable' })).toContain('could not be reached')
  })
})
