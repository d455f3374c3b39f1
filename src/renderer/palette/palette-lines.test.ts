import { ListFilter } from 'lucide-react'
import { expect, test } from 'vitest'
import type { ItemSummary } from '../../shared/item.ts'
import type { Binding } from '../design/key-map.ts'
import { commandsOf } from './commands.ts'
import { type Choices, paletteGroups, readAsked } from './palette-lines.ts'

// Only what a line shows; a whole row has thirty fields.
const item = (id: string, title: string) =>
  ({ id, title, series: null, siteName: null, host: 'shelf.example', state: 'complete' }) as unknown as ItemSummary
const binding = (keys: string, says: string, group = 'The item'): Binding => ({ keys, says, group, run: () => undefined })
const commands = commandsOf(
  [
    binding('j', 'Next', 'In the list'),
    binding('ArrowDown', 'Next', 'In the list'),
    binding('e', 'Archive'),
    binding('Mod+k', 'Commands'),
    binding('g i', 'Inbox', 'Go to'),
  ],
  [{ key: 'go inbox', says: 'Go to Inbox', keys: ['g i'], leads: true, run: () => undefined }],
)
const choices: Choices = {
  recent: [item('1', 'The archive of small things'), item('2', 'Rings')],
  titled: [item('3', 'Archives'), item('1', 'The archive of small things'), item('4', 'Ran away')],
  hits: [
    { id: item('5', '').id, title: 'Rooms', url: '', snippet: 'an \u0002archive\u0003 of rooms', seconds: null, item: item('5', 'Rooms') },
    { id: item('3', '').id, title: 'Archives', url: '', snippet: 'no mark', seconds: null, item: item('3', 'Archives') },
  ],
  passages: [],
  tags: [
    { tag: 'archival', items: 2 },
    { tag: 'python', items: 9 },
  ],
  series: [],
  places: [{ title: 'Archive', icon: ListFilter, href: '#/archive', binding: 'g a' }],
  commands,
  searchIcon: ListFilter,
  late: false,
}
const shown = (typed: string, more: Partial<Choices> = {}) =>
  paletteGroups(readAsked(typed), { ...choices, ...more }).map(({ name, lines }) => [name, lines.map(({ text }) => text)])

test('the library, its text, commands, in that order; what the index knows and letters do not is last of the library', () => {
  expect(shown('archive')).toEqual([
    ['In your library', ['Archive', 'Archives', 'The archive of small things', 'Ran away']],
    ['In the text', ['an archive of rooms']],
    ['Commands', ['Archive', 'Show every item that says “archive”']],
  ])
})

test('answers to what was typed before count only as far as they still fit', () => {
  expect(shown('archive', { late: true })[0]).toEqual(['In your library', ['Archive', 'Archives', 'The archive of small things']])
})

test('with nothing typed, what was opened last and every command, each once with all of its keys', () => {
  expect(shown('')).toEqual([
    ['Recent', ['The archive of small things', 'Rings']],
    ['Commands', ['Archive', 'Next', 'Go to Inbox']],
  ])
  expect(commands[1]?.keys).toEqual(['j', 'ArrowDown'])
})

test('> asks for commands only, # for tags, the most used first', () => {
  expect(shown('>inb')).toEqual([['Commands', ['Go to Inbox']]])
  expect(shown('#')).toEqual([['Tags', ['#python', '#archival']]])
  expect(shown('#arch')).toEqual([['Tags', ['#archival']]])
  expect(shown('>zzz')).toEqual([])
})

test('inside an item its own commands go before the library when they fit as well, and only then', () => {
  const inside = commandsOf([binding('e', 'Archive'), binding('t', 'Tags'), binding('j', 'Next', 'In the list')], [], true)
  expect(shown('archive', { commands: inside }).slice(0, 2)).toEqual([
    ['This item', ['Archive']],
    ['In your library', ['Archive', 'Archives', 'The archive of small things', 'Ran away']],
  ])
  expect(shown('archive', { commands: inside }).at(-1)).toEqual(['Commands', ['Show every item that says “archive”']])
  // A title that fits better than the command does is what was looked for.
  expect(shown('archives', { commands: inside })[0]?.[0]).toBe('In your library')
  expect(shown('ring', { commands: inside })[0]?.[0]).toBe('In your library')
})

test('a passage shows the words it was found by, however far behind its beginning they stand', () => {
  const passage = (exact: string) =>
    ({ highlight: { id: 'h', colour: 'green', anchor: { exact } }, item: item('1', 'Rings') }) as unknown as Choices['passages'][number]
  const lineOf = (words: string, exact: string) =>
    paletteGroups(readAsked(words), { ...choices, hits: [], passages: [passage(exact)] }).find(({ name }) => name === 'In the text')
      ?.lines[0]
  const line = lineOf('resume walk', `${'one and another '.repeat(30)}and then a R\u00e9sum\u00e9 of walking in rings`)
  expect(line?.text.startsWith('\u2026')).toBe(true)
  expect(line?.ranges.map(([from, to]) => line.text.slice(from, to))).toEqual(['R\u00e9sum\u00e9', 'walk'])
  expect(lineOf('note', 'words without it')?.ranges).toEqual([])
})
