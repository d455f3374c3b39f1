// The time by which things are deleted for good. A clock that is wrong for an hour must not empty the trash of a month, so this time goes on by
// two days at most from one keeping of the house to the next; it is kept in a file beside library.db. After a long pause it catches up in
// a few days of use, and what is deleted is deleted a little later.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomicallySync } from '../platform/files.ts'
import type { Library } from './library.ts'
import { requireFolder } from './require-folder.ts'

const mostStepMs = 2 * 86_400_000

/** Moves the house's time on and answers it, ms since 1970; never beyond the clock's. */
export function moveHouseTime(library: Library): number {
  requireFolder(library)
  const path = join(library.folder, 'house-time')
  const now = library.clock.now()
  const last = readTime(path) ?? firstToRest(library)
  const time = last === null ? now : Math.min(now, last + mostStepMs)
  writeAtomicallySync(path, Buffer.from(`${time}\n`), { unique: library.ids.random() })
  return time
}

/** Of a house that was never kept: when the first of what rests in it was laid to rest, so that all of it has its whole time. */
function firstToRest({ database }: Library): number | null {
  const first = database.get(
    'SELECT min(at) AS at FROM (SELECT min(trashed_at) AS at FROM items WHERE trashed_at IS NOT NULL UNION ALL SELECT min(removed_at) FROM highlights WHERE removed_at IS NOT NULL)',
  )?.at
  return typeof first === 'number' ? first : null
}

/** Null when the house was never kept, or its file tells nothing. */
function readTime(path: string): number | null {
  try {
    const time = Number(/^(\d{1,16})\n$/.exec(readFileSync(path, 'latin1'))?.[1] ?? Number.NaN)
    return Number.isSafeInteger(time) ? time : null
  } catch {
    return null
  }
}
