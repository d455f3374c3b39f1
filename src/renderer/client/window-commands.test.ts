import { expect, test } from 'vitest'
import type { EventOf } from '../../shared/contract.ts'
import { createWindowCommands } from './window-commands.ts'

function open() {
  let hear: (asked: EventOf<'window.command'>) => void = () => undefined
  const done: string[] = []
  const commands = createWindowCommands({
    listen: (_name, listener) => {
      hear = listener as typeof hear
      return () => undefined
    },
  })
  const does = (words: string) => (text?: string) => void done.push(text === undefined ? words : `${words} ${text}`)
  return { commands, done, does, ask: (command: EventOf<'window.command'>['command'], text?: string) => hear({ command, text }) }
}

test('what came before the screens stood is done when they do, in order', () => {
  const { ask, commands, does, done } = open()
  ask('add', 'https://a.example/')
  commands.add('add', does('add'), false)
  ask('add', 'https://b.example/')
  expect(done).toEqual([])
  commands.start()
  ask('add', 'https://c.example/')
  expect(done).toEqual(['add https://a.example/', 'add https://b.example/', 'add https://c.example/'])
})

test('a button may ask for what another room does', () => {
  const { commands, does, done } = open()
  commands.add('print', does('print'), false)
  commands.run('print')
  commands.run('find')
  expect(done).toEqual(['print'])
})

test('the room shown last does it, the one in reserve only when no other is there', () => {
  const { ask, commands, does, done } = open()
  commands.start()
  const leave = commands.add('find', does('reader'), false)
  commands.add('find', does('reserve'), true)
  ask('find')
  leave()
  ask('find')
  ask('print')
  expect(done).toEqual(['reader', 'reserve'])
})
