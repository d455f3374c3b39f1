// This machine's name in sync: 64 random bits in a file beside library.db. Outside it, so that a library restored from a
// backup or copied elsewhere does not go on writing under a name that another machine still uses.
import { linkSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isCode, temporaryEnding, writeAtomicallySync } from '../platform/files.ts'
import type { Ids } from '../platform/ids.ts'

/** The device id of a library folder, made at the first opening. Two processes that open it at once get the same. */
export function deviceOf(folder: string, ids: Ids): string {
  const path = join(folder, 'device')
  const known = readDevice(path)
  if (known) return known
  const fresh = ids.random().slice(0, 16)
  const bytes = Buffer.from(`${fresh}\n`)
  if (known === '') {
    // Unreadable: a new name is always safe, an old one used twice is not.
    writeAtomicallySync(path, bytes, { unique: ids.random() })
    return fresh
  }
  const beside = join(folder, `.device.${ids.random()}${temporaryEnding}`)
  writeAtomicallySync(beside, bytes, { unique: ids.random() })
  try {
    linkSync(beside, path)
    return fresh
  } catch (error) {
    if (isCode(error, 'EEXIST')) return readDevice(path) || fresh
    // A file system without hard links (FAT): the last one wins, and both processes read it on their next start.
    writeAtomicallySync(path, bytes, { unique: ids.random() })
    return fresh
  } finally {
    rmSync(beside, { force: true })
  }
}

/** The id; an empty string when the file is there but tells none; null when it is not there. */
function readDevice(path: string): string | null {
  try {
    return /^[0-9a-f]{16}(?=\n$)/.exec(readFileSync(path, 'latin1'))?.[0] ?? ''
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}
