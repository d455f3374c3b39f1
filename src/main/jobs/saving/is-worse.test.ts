import { expect, test } from 'vitest'
import type { CompletenessReport } from '../../../shared/item.ts'
import { isWorse, type Weight } from './is-worse.ts'

const none = { source: 0, copy: 0 }
function weight(words: number, images: number, codeBlocks = 0): Weight {
  const here = (count: number) => ({ source: count, copy: count })
  const counts = {
    images: here(images),
    codeBlocks: here(codeBlocks),
    tables: none,
    headings: none,
    formulas: none,
    footnotes: none,
    embeds: none,
  }
  return { words, report: { counts, missing: [] } satisfies CompletenessReport }
}

test.each([
  ['a third of the words gone', weight(300, 1), weight(500, 1), true],
  ['a sentence cut', weight(480, 1), weight(500, 1), false],
  ['a short page cut by half', weight(20, 0), weight(45, 0), false],
  ['a picture gone', weight(500, 0), weight(500, 1), true],
  ['a line gained, the code and the picture gone', weight(504, 0, 0), weight(500, 1, 2), true],
  ['rewritten and longer, with one picture less', weight(700, 1), weight(500, 2), false],
  ['the same', weight(500, 2, 2), weight(500, 2, 2), false],
  ['more of everything', weight(900, 5, 4), weight(500, 2, 2), false],
] as const)('%s', (_what, fresh, shown, worse) => {
  expect(isWorse(fresh, shown)).toBe(worse)
})
