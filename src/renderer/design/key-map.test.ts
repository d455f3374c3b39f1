import { describe, expect, test } from 'vitest'
import { comboOf, comboShown } from './key-combo.ts'
import { type Binding, createKeyMap } from './key-map.ts'

const pressed = (
  key: string,
  more: Partial<{ repeat: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; timeStamp: number }> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  timeStamp: 0,
  ...more,
})
const idle = { typing: false, onControl: false }

describe('names of combinations', () => {
  test.each([
    [pressed('j'), 'j'],
    [pressed('E', { shiftKey: true }), 'Shift+e'],
    [pressed('#', { shiftKey: true }), '#'],
    [pressed('?', { shiftKey: true }), '?'],
    [pressed('[', { altKey: true }), '['],
    [pressed('Enter', { ctrlKey: true }), 'Mod+Enter'],
    [pressed('v', { metaKey: true }), 'Mod+v'],
    [pressed('J', { shiftKey: true }), 'Shift+j'],
    [pressed('ArrowDown'), 'ArrowDown'],
    [pressed('a', { altKey: true }), null],
    [pressed('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    [pressed('ArrowDown', { altKey: true }), 'Alt+ArrowDown'],
    [pressed('+', { shiftKey: true }), '+'],
    [pressed('Shift', { shiftKey: true }), null],
    [{ ...pressed('k'), isComposing: true }, null],
    [pressed('Dead', { shiftKey: true }), null],
    [{ ...pressed('о'), code: 'KeyJ' }, 'j'],
    [{ ...pressed('У', { shiftKey: true }), code: 'KeyE' }, 'Shift+e'],
    [{ ...pressed('л', { ctrlKey: true }), code: 'KeyK' }, 'Mod+k'],
    [{ ...pressed('γ'), code: 'KeyG' }, 'g'],
    [{ ...pressed('х'), code: 'BracketLeft' }, '['],
    [{ ...pressed('№', { shiftKey: true }), code: 'Digit3' }, '#'],
    // A Latin letter is the one it types, wherever it lies: Dvorak's j stands on another key.
    [{ ...pressed('j'), code: 'KeyC' }, 'j'],
    [{ ...pressed('ö'), code: 'Semicolon' }, 'ö'],
    [{ ...pressed('[', { ctrlKey: true, altKey: true }), getModifierState: () => true }, '['],
    [{ ...pressed('n'), getModifierState: () => true }, null],
  ])('%o', (key, name) => {
    expect(comboOf(key)).toBe(name)
  })

  test('are shown with the system’s own names', () => {
    expect(comboShown('Mod+Enter', false)).toEqual(['Ctrl ↵'])
    expect(comboShown('Mod+Enter', true)).toEqual(['⌘↵'])
    expect(comboShown('+', false)).toEqual(['+'])
    expect(comboShown('Mod++', true)).toEqual(['⌘+'])
    expect(comboShown('Alt+ArrowLeft', false)).toEqual(['Alt ←'])
    expect(comboShown('g i', false)).toEqual(['g', 'i'])
  })
})

describe('the key map', () => {
  const binding = (keys: string, done: string[], more: Partial<Binding> = {}): Binding => ({
    keys,
    says: keys,
    group: 'x',
    run: () => done.push(keys),
    ...more,
  })

  test('acts, and never on single keys while typing', () => {
    const done: string[] = []
    const map = createKeyMap()
    map.add(() => [binding('j', done), binding('Mod+Enter', done, { whileTyping: true })])
    expect(map.handle(pressed('j'), idle)).toBe(true)
    expect(map.handle(pressed('j'), { ...idle, typing: true })).toBe(false)
    expect(map.handle(pressed('Enter', { ctrlKey: true }), { ...idle, typing: true })).toBe(true)
    expect(map.handle(pressed('q'), idle)).toBe(false)
    expect(done).toEqual(['j', 'Mod+Enter'])
  })

  test('a key that types never acts while typing, even when the reader chose it for one that may', () => {
    const done: string[] = []
    const map = createKeyMap()
    map.add(() => [binding('Mod+k', done, { whileTyping: true })])
    map.remap({ 'Mod+k': 'p' })
    expect(map.handle(pressed('p'), { ...idle, typing: true })).toBe(false)
    expect(map.handle(pressed('p'), idle)).toBe(true)
    map.remap({ 'Mod+k': 'F6' })
    expect(map.handle(pressed('F6'), { ...idle, typing: true })).toBe(true)
    expect(done).toEqual(['Mod+k', 'Mod+k'])
  })

  test('sequences need their second key soon; another key ends them', () => {
    const done: string[] = []
    const map = createKeyMap()
    map.add(() => [binding('g i', done), binding('i', done), binding('g l', done)])
    map.handle(pressed('g'), idle)
    map.handle(pressed('i', { timeStamp: 300 }), idle)
    map.handle(pressed('g', { timeStamp: 1_000 }), idle)
    map.handle(pressed('i', { timeStamp: 9_000 }), idle)
    map.handle(pressed('g', { timeStamp: 10_000 }), idle)
    expect(map.handle(pressed('x', { timeStamp: 10_100 }), idle)).toBe(false)
    expect(map.handle(pressed('l', { timeStamp: 10_200 }), idle)).toBe(false)
    expect(done).toEqual(['g i', 'i'])
  })

  test('the room added last wins and gives way when it leaves', () => {
    const done: string[] = []
    const map = createKeyMap()
    map.add(() => [binding('e', done, { run: () => done.push('library') })])
    const leave = map.add(() => [binding('e', done, { run: () => done.push('reader') })])
    map.handle(pressed('e'), idle)
    expect(map.list()).toHaveLength(1)
    leave()
    map.handle(pressed('e'), idle)
    expect(done).toEqual(['reader', 'library'])
  })

  test('a button keeps its own Enter', () => {
    const done: string[] = []
    const map = createKeyMap()
    map.add(() => [binding('Enter', done)])
    expect(map.handle(pressed('Enter'), { typing: false, onControl: true })).toBe(false)
    expect(map.handle(pressed('Enter'), idle)).toBe(true)
  })

  test('the reader’s own keys take the place of ours, wherever the same key acts', () => {
    const done: string[] = []
    const map = createKeyMap()
    let told = 0
    map.watch(() => told++)
    map.add(() => [binding('e', done), binding('g i', done), binding('x', done, { id: 'mark' })])
    map.remap({ e: 'y', mark: 'm', 'g i': 'i' })
    expect(map.handle(pressed('e'), idle)).toBe(false)
    expect(map.handle(pressed('x'), idle)).toBe(false)
    expect(map.handle(pressed('g'), idle)).toBe(false)
    for (const key of ['y', 'm', 'i']) map.handle(pressed(key), idle)
    expect(done).toEqual(['e', 'x', 'g i'])
    expect(map.keysOf('e')).toBe('y')
    expect(map.keysOf('j')).toBe('j')
    expect(map.list().map(({ keys }) => keys)).toEqual(['y', 'i', 'm'])
    map.remap({ e: 'y', mark: 'm', 'g i': 'i' })
    expect(told).toBe(1)
    map.remap({})
    expect(map.handle(pressed('e'), idle)).toBe(true)
  })
})

test('a key that is held down does its work once; only steps go on', () => {
  const map = createKeyMap()
  const done: string[] = []
  map.add(() => [
    { keys: 'h', says: 'Highlight', group: 'Test', run: () => done.push('h') },
    { keys: 'j', says: 'Next', group: 'Test', repeats: true, run: () => done.push('j') },
    { keys: 'g h', says: 'Highlights', group: 'Test', run: () => done.push('g h') },
  ])
  const handled = [false, true, true].flatMap((repeat) =>
    [pressed('h', { repeat }), pressed('j', { repeat })].map((key) => map.handle(key, idle)),
  )
  // What is not done again is still ours: nothing else happens in its place.
  expect(handled).toEqual([true, true, true, true, true, true])
  expect(done).toEqual(['h', 'j', 'j', 'j'])
  map.handle(pressed('g', { repeat: true }), idle)
  map.handle(pressed('h'), idle)
  expect(done.at(-1)).toBe('h')
})
