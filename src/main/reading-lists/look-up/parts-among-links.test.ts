import { expect, test } from 'vitest'
import { partsOfSeries, seriesAmong } from './parts-among-links.ts'

const link = (n: number, title = `Clockwork #${n}: wheel ${n}`) => ({
  url: `https://desk.test/blog/clockwork-${n}-wheel/`,
  title,
  part: null,
})

test('a list page that names the newest first gives its parts by their numbers; comments, "read more" and other posts are none', () => {
  const [series, ...others] = seriesAmong([
    link(13),
    { ...link(13), url: `${link(13).url}#comments`, title: '4 comments' },
    { ...link(13), title: 'Read on' },
    { url: 'https://desk.test/about/', title: 'About', part: null },
    link(10),
    link(2),
    link(1),
    { url: 'https://desk.test/blog/news/', title: 'A year of letters', part: null },
  ])
  expect(others).toEqual([])
  expect(series).toMatchObject({ title: 'Clockwork', key: 'desk.test/clockwork' })
  expect(series?.parts.map(({ part }) => part)).toEqual([1, 2, 10, 13])
  expect(series?.parts.at(-1)).toEqual({ part: 13, title: 'Clockwork #13: wheel 13', url: 'https://desk.test/blog/clockwork-13-wheel/' })
})

test('links without a title, as a sitemap has them, are parts when they count on as two known parts do', () => {
  const known = [2, 6].map((part) => ({ url: link(part).url, part }))
  const untitled = [1, 10, 130].map((n) => link(n, ''))
  const other = { url: 'https://desk.test/blog/clockwork-tools/', title: '', part: null }
  expect(partsOfSeries('desk.test/clockwork', [...untitled, other], known).map(({ part }) => part)).toEqual([1, 10, 130])
  expect(partsOfSeries('desk.test/clockwork', untitled, known.slice(0, 1))).toEqual([])
  expect(partsOfSeries('desk.test/clockwork', [{ ...link(3), title: 'Sundials, part 3' }], known)).toEqual([])
})
