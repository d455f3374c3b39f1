// Backups through the real core and its real process.
import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../platform/sqlite.ts'
import { openTemporaryCore, type TemporaryCore } from '../../testing/temporary-core.ts'

let temporary: TemporaryCore
beforeEach(async () => {
  temporary = await openTemporaryCore()
})
afterEach(() => temporary.remove())

test('a backup is made beside the library, told, and whole', async () => {
  expect(await temporary.call('storage.backups', {})).toEqual({ backups: [], failure: null })
  await temporary.call('library.welcome', {})
  const [made, again] = await Promise.all([temporary.call('storage.backUp', {}), temporary.call('storage.backUp', {})])
  expect(again).toEqual(made)
  const { backups, failure } = await temporary.call('storage.backups', {})
  expect({ backups, failure }).toEqual({ backups: [{ ...made, beforeChange: false }], failure: null })
  const name = `${temporary.library}/backups/library-${new Date(made.at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`
  expect(existsSync(name)).toBe(true)
  const copy = openDatabase(name, { readOnly: true })
  expect(copy.get('SELECT count(*) AS n FROM items')?.n).toBe(1)
  copy.close()
  const { checks } = await temporary.call('doctor.run', {})
  expect(checks.find((check) => check.name === 'backups')).toMatchObject({ ok: true, says: expect.stringContaining('The last of 1') })
})
