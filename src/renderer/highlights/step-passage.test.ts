import { expect, test } from 'vitest'
import { passageOf, type Reach, type Step, sentenceFrom, stepReach } from './step-passage.ts'

const text = 'One two. Three four five!\nSix seven.\nx = 1'
const words = (reach: Reach) => {
  const { start, end } = passageOf(reach)
  return text.slice(start, end)
}
const reachOf = (part: string): Reach => ({ anchor: text.indexOf(part), focus: text.indexOf(part) + part.length })
const after = (part: string, ...steps: readonly Step[]) => words(steps.reduce((reach, step) => stepReach(text, reach, step), reachOf(part)))
const step = (by: Step['by'], way: Step['way'], grow = false): Step => ({ by, way, grow })

test('it begins with the first whole sentence in view', () => {
  const from = (at: number) => {
    const found = sentenceFrom(text, at)
    return found === null ? null : text.slice(found.start, found.end)
  }
  expect([from(0), from(3), from(26), from(40), sentenceFrom('', 0)]).toEqual(['One two.', 'Three four five!', 'Six seven.', 'x = 1', null])
})

test('it moves by sentences, over the edges of paragraphs and code', () => {
  expect(after('One two.', step('sentence', 'on'))).toBe('Three four five!')
  expect(after('Three four five!', step('sentence', 'on'))).toBe('Six seven.')
  expect(after('Six seven.', step('sentence', 'back'), step('sentence', 'back'))).toBe('One two.')
  expect(after('x = 1', step('sentence', 'on'))).toBe('x = 1')
  expect(after('One two.', step('sentence', 'back'))).toBe('One two.')
})

test('it moves by words: into a sentence, then on', () => {
  expect(after('One two.', step('word', 'on'))).toBe('One')
  expect(after('One two.', step('word', 'on'), step('word', 'on'), step('word', 'on'))).toBe('Three')
  expect(after('Three', step('word', 'back'))).toBe('two')
})

test('it grows and shrinks at its moving end, and turns over', () => {
  expect(after('One', step('word', 'on', true))).toBe('One two')
  expect(after('One two.', step('sentence', 'on', true))).toBe('One two. Three four five!')
  expect(after('Three four five!', step('word', 'back', true))).toBe('Three four five')
  expect(after('Three four', step('word', 'back', true))).toBe('Three')
  expect(after('Six', step('word', 'back', true))).toBe('five!\n')
  expect(after('five!', step('sentence', 'on', true))).toBe('five!\nSix seven.')
})
