import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultSettings, SettingsChange } from '../../shared/settings.ts'
import { openTemporaryCache, type TemporaryCache } from '../testing/temporary-library.ts'

let temporary: TemporaryCache
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(() => temporary.remove())

const storedKeys = () => temporary.library.database.all('SELECT key FROM settings ORDER BY key').map((row) => row.key)
const sequence = () => temporary.cache.changesSince(0, 1_000).seq

test('a nested setting is compared by what is in it: the same again is no change, its default no row', () => {
  const { settings } = temporary.cache
  const larger = { ...defaultSettings.reading, size: 20 }
  expect(settings.change({ reading: larger, keys: { j: 'n' } }).reading.size).toBe(20)
  expect(storedKeys()).toEqual(['keys', 'reading'])
  const before = sequence()
  settings.change({ reading: { ...larger }, keys: { j: 'n' } })
  expect(sequence()).toBe(before)
  settings.change({ reading: { ...defaultSettings.reading }, keys: {} })
  expect(storedKeys()).toEqual([])
  expect(settings.get()).toEqual(defaultSettings)
})

test('one stored value that means nothing here does not take the others with it', () => {
  temporary.cache.settings.change({ theme: 'sepia' })
  temporary.library.database.run('INSERT INTO settings VALUES (?, ?)', 'reading', '{"font":"comic"}')
  expect(temporary.cache.settings.get()).toEqual({ ...defaultSettings, theme: 'sepia' })
})

test('a change changes what it names and nothing else', () => {
  expect(SettingsChange.parse({ density: 'compact' })).toEqual({ density: 'compact' })
  const { settings } = temporary.cache
  settings.change(SettingsChange.parse({ theme: 'black' }))
  expect(settings.change(SettingsChange.parse({ density: 'compact' }))).toMatchObject({ theme: 'black', density: 'compact' })
})

test('one dial of the type turns alone: another door may have turned the others', () => {
  const { settings } = temporary.cache
  settings.change({ reading: { font: 'atkinson', size: 22 } })
  expect(SettingsChange.parse({ reading: { size: 20 } })).toEqual({ reading: { size: 20 } })
  expect(settings.change({ reading: { size: 20 } }).reading).toEqual({ ...defaultSettings.reading, font: 'atkinson', size: 20 })
})
