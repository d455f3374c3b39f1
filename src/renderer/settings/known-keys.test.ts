import { expect, test } from 'vitest'
import { checkKeys, knownKeys, withActing } from './known-keys.ts'

test('every binding stands there once, and no two have the same keys', () => {
  const ids = knownKeys.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a free key may be had; one that is taken, begins another or belongs to every program may not', () => {
  expect(checkKeys(knownKeys, {}, 'e', 'y')).toEqual({ ok: true })
  expect(checkKeys(knownKeys, {}, 'e', 'e')).toEqual({ ok: true })
  expect(checkKeys(knownKeys, {}, 'e', 'f')).toMatchObject({ ok: false, other: { id: 'f' } })
  expect(checkKeys(knownKeys, {}, 'e', 'g')).toMatchObject({ ok: false, other: null })
  expect(checkKeys(knownKeys, {}, 'e', 'Escape')).toMatchObject({ ok: false, other: null })
  expect(checkKeys(knownKeys, {}, 'e', 'Mod+c')).toMatchObject({ ok: false, other: null })
})

test('what counts are the keys in force', () => {
  expect(checkKeys(knownKeys, { f: 'y' }, 'e', 'f')).toEqual({ ok: true })
  expect(checkKeys(knownKeys, { f: 'y' }, 'e', 'y')).toMatchObject({ ok: false, other: { id: 'f' } })
})

test('what acts now and is not in the list joins it, but for what stays as it is', () => {
  const acting = [
    { keys: 'y', id: 'e', says: 'Archive', group: 'The item', run: () => undefined },
    { keys: 'Mod+j', says: 'Queue', group: 'Everywhere', run: () => undefined },
    { keys: 'Escape', says: 'Back', group: 'The window', run: () => undefined },
  ]
  expect(withActing(acting).slice(knownKeys.length)).toEqual([{ id: 'Mod+j', says: 'Queue', group: 'Everywhere' }])
})
