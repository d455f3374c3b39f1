import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporaryCore, type TemporaryCore } from '../../testing/temporary-core.ts'

let library: TemporaryCore
const page = (title: string, text: string) =>
  Buffer.from(
    `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${`${text} `.repeat(60)}</p></article></body></html>`,
  ).toString('base64')
const save = async (name: string, text: string) =>
  (await library.call('item.saveFile', { url: `https://room.test/${name}`, files: [{ path: `${name}.html`, base64: page(name, text) }] }))
    .item
const find = async (words: string, limit = 50) =>
  (await library.call('search.find', { words, limit, order: 'newest' })).hits.map((hit) => hit.title)

beforeAll(async () => {
  library = await openTemporaryCore()
  const [lamp, shelf] = [
    await save('Lamp', 'A quiet lamp on the desk'),
    await save('Shelf', 'A quiet shelf'),
    await save('Thrown', 'A quiet desk'),
  ]
  const thrown = (await library.call('item.list', { sort: 'added' })).items.find((item) => item.title === 'Thrown')
  await library.call('item.tag', { ids: [lamp.id, shelf.id], add: ['Furniture'] })
  await library.call('item.favourite', { ids: [shelf.id], favourite: true })
  await library.core.settled()
  await library.call('item.move', { ids: [thrown?.id ?? lamp.id], place: 'trash' })
}, 60_000)
afterAll(() => library.remove())

test('words and filters together; what rests in the trash is not found, whatever the index still holds', async () => {
  expect(await find('quiet')).toEqual(['Shelf', 'Lamp'])
  expect(await find('quiet', 1)).toEqual(['Shelf'])
  expect(await find('desk')).toEqual(['Lamp'])
  expect(await find('quiet is:favourite')).toEqual(['Shelf'])
  expect(await find('quiet -is:favourite tag:furniture')).toEqual(['Lamp'])
  expect(await find('quiet tag:unknown')).toEqual([])
  expect([await find('is:trash thro'), await find('is:trash quiet'), await find('is:trash lamp')]).toEqual([['Thrown'], ['Thrown'], []])
  expect([await find('is:trash -thrown'), await find('is:trash "quiet desk" site:room.test')]).toEqual([[], ['Thrown']])
})

test('in titles alone, with filters too', async () => {
  const titled = async (words: string) =>
    (await library.call('search.find', { words, order: 'newest', in: 'titles' })).hits.map((hit) => hit.title)
  expect(await titled('shel')).toEqual(['Shelf'])
  expect(await titled('quiet')).toEqual([])
  expect(await titled('lamp -shelf')).toEqual(['Lamp'])
  expect(await titled('lamp is:favourite')).toEqual([])
  expect(await titled('thrown')).toEqual([])
  // The trash is asked in titles alone, too.
  expect([await titled('is:trash thrown'), await titled('is:trash desk')]).toEqual([['Thrown'], []])
})

test('filters without words list; a word to leave out needs something to leave it out of', async () => {
  expect(await find('tag:furniture')).toEqual(['Shelf', 'Lamp'])
  expect(await find('tag:furniture -desk')).toEqual(['Shelf'])
  expect([await find(''), await find('-desk'), await find('tag:')]).toEqual([[], [], []])
  const { hits, total } = await library.call('search.find', { words: 'tag:furniture', limit: 1 })
  expect([hits[0]?.snippet, total]).toEqual([hits[0]?.item.excerpt, 2])
})

test('the welcome article is one item, whole, with nobody asked for anything', async () => {
  const { item } = await library.call('library.welcome', {})
  expect(item).toMatchObject({ title: 'Welcome to your carrel', kind: 'article', state: 'complete', report: { missing: [] } })
  for (const [thing, count] of Object.entries(item.report?.counts ?? {})) {
    expect([thing, count.copy]).toEqual([thing, count.source])
    if (thing !== 'embeds') expect([thing, count.copy > 0]).toEqual([thing, true])
  }
  const again = await library.call('library.welcome', {})
  expect(again.item.id).toBe(item.id)
  expect((await library.call('item.get', { id: item.id })).copies).toHaveLength(1)
  expect((await library.call('network.contacts', {})).hosts).toEqual([])
}, 30_000)

test('addresses the library has, however they are spelled', async () => {
  const urls = ['http://www.room.test/Lamp/?utm_source=x', 'https://room.test/other', 'not an address', 'https://room.test/Shelf#part']
  const { known } = await library.call('item.known', { urls })
  expect(known.map(({ url, item }) => [url, item.title])).toEqual([
    [urls[0], 'Lamp'],
    [urls[3], 'Shelf'],
  ])
})
