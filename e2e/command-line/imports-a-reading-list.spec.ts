// The founding example, in words of our own: a comment with cut links becomes a list, complete on this machine, read with the network off.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { seriesPath, seriesTitle } from '../../src/main/testing/site/series.ts'
import { expect, test } from '../fixtures.ts'

type Previewed = { readonly items: readonly { readonly url: string | null; readonly truncated: boolean; readonly status: string }[] }
type Imported = {
  readonly list: { readonly id: string; readonly title: string }
  readonly items: readonly { readonly id: string; readonly title: string; readonly state: string }[]
}

const parts = [2, 6, 10, 13]
function comment(site: string): string {
  const prefix = `${site}/blog/small-structures-`
  const lines = parts.map((n) => `- Part ${n}, ${seriesTitle(n).replace(/^.*: /, '')}: ${prefix}...`)
  return [
    'If you liked this, read the series Small structures by Ida Example. Every part taught me something; when time is short, take these first:',
    '',
    ...lines,
    '',
    `All of them are listed at ${site}/tag/small-structures/`,
    '',
  ].join('\n')
}

test('cut links stay open, are completed when asked, and everything is read with the network off', async ({
  carrel,
  site,
  home,
  library,
}) => {
  const file = path.join(home, 'comment.txt')
  await writeFile(file, comment(site.url))
  const cutOf = (list: Previewed) => list.items.filter(({ truncated }) => truncated)

  const dry = await carrel(['import', file, '--dry-run', '--json'])
  expect(dry.code, dry.stderr).toBe(0)
  expect(cutOf(dry.json() as Previewed).map(({ url, status }) => [url, status])).toEqual(parts.map(() => [null, 'cut']))
  expect(site.requests()).toEqual([])

  // Nobody vouched for the private host the comment names.
  const refused = await carrel(['import', file, '--dry-run', '--resolve', '--json'])
  expect(cutOf(refused.json() as Previewed).map(({ url }) => url)).toEqual(parts.map(() => null))
  expect(site.requests()).toEqual([])

  const resolved = await carrel(['import', file, '--dry-run', '--resolve', '--base', site.url, '--json'])
  expect(cutOf(resolved.json() as Previewed).map(({ url }) => url)).toEqual(parts.map((n) => `${site.url}${seriesPath(n)}`))

  const imported = await carrel(['import', file, '--resolve', '--base', site.url, '--list', 'From the comment', '--json'])
  expect(imported.code, imported.stderr).toBe(0)
  const { list, items } = imported.json() as Imported
  expect(list.title).toBe('From the comment')
  const titles = items.map(({ title }) => title)
  expect(parts.map((n) => titles.indexOf(seriesTitle(n)))).toEqual(
    parts.map((n) => titles.indexOf(seriesTitle(parts[0] ?? 0)) + parts.indexOf(n)),
  )

  // What the tag page listed beside them is remembered, for the offer to take the rest.
  const { series } = (await carrel(['call', 'series.list', '{}'])).json() as { series: { key: string }[] }
  const known = (await carrel(['call', 'series.known', JSON.stringify({ key: series[0]?.key })])).json() as { parts: { item: unknown }[] }
  expect([known.parts.length, known.parts.filter(({ item }) => item !== null).length]).toEqual([13, parts.length])

  // Another text joins the list that is there, behind what it has; a list that is not there is said before anything is saved.
  await writeFile(file, `See also ${site.url}${seriesPath(1)}, where it begins.\n`)
  for (const wrong of [
    ['--into', 'Nowhere'],
    ['--into', list.id, '--list', 'Both'],
  ])
    expect((await carrel(['import', file, '--base', site.url, ...wrong])).code).not.toBe(0)
  const joined = await carrel(['import', file, '--base', site.url, '--into', 'from the comment', '--json'])
  expect((joined.json() as Imported).list).toEqual({ id: list.id, title: 'From the comment' })

  await site.stop()
  for (const n of parts) {
    const item = items.find(({ title }) => title === seriesTitle(n))
    const read = await carrel(['read', item?.id ?? '', '--library', library])
    expect(read.stdout).toContain('Try it before you believe it')
  }
  const kept = await carrel(['call', 'list.get', JSON.stringify({ id: list.id })])
  expect((kept.json() as { entries: { item: { title: string } }[] }).entries.map(({ item }) => item.title)).toEqual([
    ...titles,
    seriesTitle(1),
  ])
  expect((await carrel(['list', '--json'])).json()).toHaveLength(titles.length + 1)
})
