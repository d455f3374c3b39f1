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
    { id: item('5', '').id, title: 'Rooms', url: '', snippet: 'an \u0002archive\u0003 of rooms', item: item('5', 'Rooms') },
    { id: item('3', '').id, title: 'Archives', url: '', snippet: 'no mark', item: item('3', 'Archives') },
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
