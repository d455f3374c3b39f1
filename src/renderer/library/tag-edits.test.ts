import { expect, test } from 'vitest'
import { noEdits, suggestedTags, tagsHeld, toggled, without, withTag } from './tag-edits.ts'

const items = [['python', 'slow'], ['python'], []]

test('what all have, some have, and what was just added', () => {
  expect(tagsHeld([['a', 'b'], ['a']], withTag([['a', 'b'], ['a']], noEdits, 'c'))).toEqual([
    { tag: 'a', hold: 'all', items: 2 },
    { tag: 'b', hold: 'some', items: 1 },
    { tag: 'c', hold: 'all', items: 2 },
  ])
})

test('some have it: the first press gives it to all, the next takes it from all, the next gives it again', () => {
  const given = toggled(items, noEdits, 'python')
  expect(given).toEqual({ add: ['python'], remove: [] })
  const taken = toggled(items, given, 'python')
  expect(taken).toEqual({ add: [], remove: ['python'] })
  expect(toggled(items, taken, 'python')).toEqual({ add: ['python'], remove: [] })
})

test('adding and taking off what nobody had leaves nothing to do', () => {
  expect(without(items, withTag(items, noEdits, 'new'), 'new')).toEqual(noEdits)
})

test('adding what all have leaves nothing to do', () => {
  expect(withTag([['a'], ['a']], noEdits, 'a')).toEqual(noEdits)
})

test('tags that begin with the letters come before those that only have them', () => {
  expect(suggestedTags(['cpython', 'data', 'python', 'pytest'], 'py', 3)).toEqual(['python', 'pytest', 'cpython'])
})
