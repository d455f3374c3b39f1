import { expect, test } from 'vitest'
import { shownTags } from './shown-tags.ts'

const tags = Array.from({ length: 5_000 }, (_, n) => ({ tag: `tag-${String(n).padStart(4, '0')}`, items: n }))
const nowhere = () => false

test('at first the most used stand there, in the order of the alphabet, with the one that is shown', () => {
  const { shown } = shownTags(tags, null, (tag) => tag === 'tag-0003')
  expect(shown.map(({ tag }) => tag)).toEqual(['tag-0003', ...tags.slice(-12).map(({ tag }) => tag)])
})

test('of thousands only some are drawn, and the rest is found by name', () => {
  const all = shownTags(tags, { typed: '' }, nowhere)
  expect([all.shown.length, all.more]).toEqual([300, 4_700])
  expect(shownTags(tags, { typed: '#TAG-0017' }, nowhere)).toEqual({ shown: [{ tag: 'tag-0017', items: 17 }], more: 0 })
  expect(shownTags(tags, { typed: 'no such' }, nowhere)).toEqual({ shown: [], more: 0 })
})
