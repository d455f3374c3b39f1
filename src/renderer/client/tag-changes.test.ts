import { expect, test } from 'vitest'
import { ItemId } from '../../shared/item.ts'
import { tagsBack, tagWords } from './tag-changes.ts'

const id = (n: number) => ItemId.parse(String(n).padStart(32, '0'))

test('only what was really changed is put back, items of the same change together', () => {
  const before = [
    { id: id(1), tags: ['python'] },
    { id: id(2), tags: [] },
    { id: id(3), tags: [] },
    { id: id(4), tags: ['python', 'slow'] },
  ]
  expect(tagsBack(before, ['python'], ['slow'])).toEqual([
    { ids: [id(2), id(3)], add: [], remove: ['python'] },
    { ids: [id(4)], add: ['slow'], remove: [] },
  ])
})

test('a change that changes nothing has nothing to put back', () => {
  expect(tagsBack([{ id: id(1), tags: ['a'] }], ['a'], ['b'])).toEqual([])
})

test('tags are named as a sentence names them', () => {
  expect([tagWords([]), tagWords(['a']), tagWords(['a', 'b', 'c'])]).toEqual(['', '#a', '#a, #b and #c'])
})
