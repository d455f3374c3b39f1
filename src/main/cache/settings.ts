// Preferences of this library on this machine: one row per setting that is not at its default.
import { isDeepStrictEqual } from 'node:util'
import { defaultSettings, Settings } from '../../shared/settings.ts'
import type { SettingsShelf } from './cache.ts'
import { noteChange } from './changes.ts'
import { textOf } from './columns.ts'
import type { Library } from './library.ts'

export function openSettings(library: Library): SettingsShelf {
  const { database } = library

  function get(): Settings {
    const stored = database.all('SELECT key, value FROM settings').flatMap((row) => {
      const value = parsed(textOf(row, 'value'))
      return value === undefined ? [] : [[textOf(row, 'key'), value] as const]
    })
    const whole = Settings.safeParse(Object.fromEntries(stored))
    if (whole.success) return whole.data
    // One value that this program does not understand (another version wrote it) does not take the others with it.
    const known = stored.filter(([key, value]) => Settings.partial().safeParse({ [key]: value }).success)
    return Settings.parse(Object.fromEntries(known))
  }

  return {
    get,
    change(changes) {
      return database.transaction(() => {
        const before = get()
        const after = Settings.parse({ ...before, ...named(changes), reading: { ...before.reading, ...named(changes.reading ?? {}) } })
        const changed = keysOf(after).filter((key) => !isDeepStrictEqual(before[key], after[key]))
        for (const key of changed) {
          if (isDeepStrictEqual(after[key], defaultSettings[key])) database.run('DELETE FROM settings WHERE key = ?', key)
          else database.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', key, JSON.stringify(after[key]))
        }
        if (changed.length > 0) noteChange(library, 'settings', 'settings')
        return after
      })
    },
  }
}

/** undefined: no JSON at all, which only a damaged or foreign hand can have written; the setting is then at its default. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

function named(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}

function keysOf(settings: Settings): readonly (keyof Settings)[] {
  return Object.keys(settings) as (keyof Settings)[]
}
