// Texts as people write them, in our own words, and the list each must become. A case is a file: the text, `---`, a line for every item:
// kinds | address, `-` (named only) or `cut` and the part shown | title or `-` (not asked) | start in seconds. `*optional` may be left out.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ListedItem } from '../../shared/reading-list.ts'
import { readList } from './read-list.ts'

type Wanted = {
  readonly optional: boolean
  readonly kinds: readonly string[]
  readonly link: string
  readonly title: string | null
  readonly start: number | null
}

const folder = path.join(import.meta.dirname, 'cases')

function readCase(name: string): { readonly text: string; readonly base: string | null; readonly wanted: readonly Wanted[] } {
  const whole = readFileSync(path.join(folder, name), 'utf8')
  const lines = whole.trimEnd().split('\n')
  const divider = lines.findLastIndex((line) => /^---(?: base \S+)?$/.test(line))
  return {
    text: `${lines.slice(0, divider).join('\n')}\n`,
    base: lines[divider]?.slice('--- base '.length) || null,
    wanted: lines.slice(divider + 1).map((line) => {
      const [kinds = '', link = '', title = '-', start] = line.replace(/^\*optional /, '').split(' | ')
      return {
        optional: line.startsWith('*optional '),
        kinds: kinds.split('|'),
        link,
        title: title === '-' ? null : title,
        start: start ? Number(start) : null,
      }
    }),
  }
}

const linkOf = ({ url, urlPrefix }: ListedItem): string => url ?? (urlPrefix === null ? '-' : `cut ${urlPrefix}`)

describe('every text becomes its list', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const { text, base, wanted } = readCase(name)
    const { items } = readList(text, { name: name.replace(/\.case$/, ''), ...(base === null ? {} : { base }) })
    const given = new Map(wanted.filter(({ optional }) => optional).map((one) => [one.link, one]))
    const asked = wanted.filter(({ optional, link }) => !optional || items.some((item) => linkOf(item) === link))
    const shown = items.map((item, index) => {
      const match = asked[index]
      return [
        match?.kinds.includes(item.kind) ? match.kinds.join('|') : item.kind,
        linkOf(item),
        match?.title === null || given.get(linkOf(item))?.title === null ? '-' : (item.title ?? 'null'),
        item.startSeconds === null ? '' : String(item.startSeconds),
      ].join(' | ')
    })
    expect(shown).toEqual(asked.map(({ kinds, link, title, start }) => [kinds.join('|'), link, title ?? '-', start ?? ''].join(' | ')))
  })
})

describe('what a text says of a thing', () => {
  const saidOf = (text: string) => readList(text, { name: 'list.md' }).items.map(({ by, recommendation }) => [by, recommendation])

  test('in a table: the remarks of its row, and no facts', () => {
    const table = [
      '| Resource | Author | Type | Time | Why |',
      '| --- | --- | --- | --- | --- |',
      '| [Notes on Ropes](https://ropes.example.org/notes) | Ada Example | Blog post | 10 min | The best short beginning. |',
      '| [Knots](https://knots.example.org/all) | Ben Example | Book | 2 hrs | All of them, drawn. |',
    ]
    expect(saidOf(table.join('\n'))).toEqual([
      ['Ada Example', 'The best short beginning.'],
      ['Ben Example', 'All of them, drawn.'],
    ])
  })

  test('behind a title and its colon: without the title', () => {
    const text = '**[A History of the Rope Walk](https://walks.example.org/a):** I love to learn about ropes.\n\nAnd more of that.'
    expect(saidOf(text)).toEqual([[null, 'I love to learn about ropes.']])
  })
})

test('whose a thing is, where the name is a link itself or stands before where it was given', () => {
  const text = [
    '- [Designing Ropes](https://ropes.example.org/d) by [Ada Example](https://github.com/ada) ([review](https://blog.example.org/r))',
    '- [Why Ropes](https://www.youtube.com/watch?v=aBcDeFgHiJk) - Cleo Example, [RopeConf](https://ropeconf.example.org/) 2019',
  ]
  const { items } = readList(text.join('\n'), { name: 'list.md' })
  expect(items.map(({ title, by, recommendation }) => [title, by, recommendation])).toEqual([
    ['Designing Ropes', 'Ada Example', null],
    ['Why Ropes', 'Cleo Example', null],
  ])
})
