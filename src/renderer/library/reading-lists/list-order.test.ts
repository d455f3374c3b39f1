import { expect, test } from 'vitest'
import type { ItemId } from '../../../shared/item.ts'
import { groupHeadings, oneStep, placed, runsBack, type Standing } from './list-order.ts'

const id = (name: string) => name as ItemId
const entry = (name: string, ...headings: string[]): Standing => ({ item: { id: id(name) }, headings, title: null, alternates: [] })
const order = (entries: readonly Standing[]) => entries.map(({ item, headings }) => [item.id, ...headings].join(' '))
const list = [entry('a', 'X'), entry('b', 'X'), entry('c', 'Y'), entry('d', 'Y'), entry('e')]

test('entries go before another one, or to the end, in the order of the list, and join its group', () => {
  expect(order(placed(list, [id('d'), id('a')], id('c'), ['Y']))).toEqual(['b X', 'a Y', 'd Y', 'c Y', 'e'])
  expect(order(placed(list, [id('b')], null, []))).toEqual(['a X', 'c Y', 'd Y', 'e', 'b'])
})

test.each([['a'], ['e'], ['a', 'b'], ['b', 'c'], ['a', 'c', 'e'], ['a', 'b', 'c', 'd', 'e']])(
  'what was moved (%s …) is put back as it stood',
  (...names) => {
    const ids = names.map(id)
    let now = placed(list, ids, id(names.includes('d') ? 'x' : 'd'), ['Z'])
    for (const { entries, before } of runsBack(list, ids)) {
      now = placed(
        now,
        entries.map(({ item }) => item.id),
        before,
        entries[0]?.headings ?? [],
      )
    }
    expect(order(now)).toEqual(order(list))
  },
)

test('a step goes over the next row, or into the next group first', () => {
  expect(oneStep(list, [0], 1)).toEqual({ before: 2, beside: 1 })
  expect(oneStep(list, [0, 1], 1)).toEqual({ before: 2, beside: 2 })
  expect(oneStep(list, [3], -1)).toEqual({ before: 2, beside: 2 })
  expect(oneStep(list, [2, 3], -1)).toEqual({ before: 2, beside: 1 })
  expect(oneStep(list, [4], 1)).toBeNull()
  expect(oneStep(list, [0, 3], -1)).toBeNull()
})

test('a heading stands where another group begins', () => {
  expect(groupHeadings(list)).toEqual([
    { title: 'X', beforeRow: 0 },
    { title: 'Y', beforeRow: 2 },
    { title: '', beforeRow: 4 },
  ])
})
