import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-library.ts'
import { backupName, backupsOf, backupsToDrop, dayMs, isBackupDue } from './backups.ts'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await temporaryFolder())
  mkdirSync(join(folder, 'backups'))
})
afterEach(() => remove())

const lay = (name: string): void => writeFileSync(join(folder, 'backups', name), 'x')
const monday = Date.parse('2026-06-01T09:00:00Z')

test('a year of daily backups leaves seven days and four weeks, each the newest of its own', () => {
  const kept = new Map<string, number>()
  for (let day = 0; day < 365; day++) {
    const made = backupName(monday + day * dayMs)
    kept.set(made, monday + day * dayMs)
    const all = [...kept].map(([name, at]) => ({ name, path: name, bytes: 1, at, dated: true }))
    for (const one of backupsToDrop(all, made)) kept.delete(one.name)
  }
  const days = [...kept.values()].sort((one, other) => other - one).map((at) => (monday + 364 * dayMs - at) / dayMs)
  expect(days.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  // The 365th day is a Monday: a week ago only the Monday has left the seven days, of the weeks before their Sundays stay.
  expect(days.slice(7)).toEqual([7, 8, 15, 22])
})

describe('a wrong clock', () => {
  const at = (...days: readonly number[]) =>
    days.map((day) => {
      const time = monday + day * dayMs
      return { name: backupName(time), path: backupName(time), bytes: 1, at: time, dated: true }
    })

  test('a backup from the future does not stop the next one', () => {
    expect(isBackupDue(at(4_000), monday)).toBe(true)
    expect(isBackupDue(at(4_000, -0.5), monday)).toBe(false)
  })

  test('put back by decades, the one just made stays and nothing else goes for it', () => {
    const good = at(0, 1, 2, 3, 4, 5, 6)
    const made = at(-20_000)
    expect(backupsToDrop([...good, ...made], made[0]?.name ?? '')).toEqual([])
  })

  test('several from one day of another time are one day', () => {
    const strayed = at(9_000, 9_000.1, 9_000.2)
    const good = at(0, 1, 2, 3, 4, 5)
    expect(backupsToDrop([...strayed, ...good], good[5]?.name ?? '').map(({ at }) => (at - monday) / dayMs)).toEqual([9_000.1, 9_000])
  })
})

test('only finished backups are told, those before a migration among them', () => {
  for (const name of ['library-2026-06-01T09-00-00Z.db', 'library-version-1.db', 'library-2026-06-02T09-00-00Z.db.abc.tmp', 'notes.txt'])
    lay(name)
  mkdirSync(join(folder, 'backups', 'library-2026-06-03T09-00-00Z.db'))
  expect(backupsOf(folder).map(({ name, dated }) => [name, dated])).toEqual([
    ['library-version-1.db', false],
    ['library-2026-06-01T09-00-00Z.db', true],
  ])
})

test('a folder without backups has none', async () => {
  await remove()
  expect(backupsOf(folder)).toEqual([])
})
