// What a process and its library hold at one moment: memory, handles, children, files, rows.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../../src/main/platform/sqlite.ts'
import { collectedHeap } from '../collected-heap.ts'

export type Held = {
  readonly heapMb: number
  readonly rssMb: number
  /** Timers, sockets, pipes … the event loop knows of. */
  readonly resources: number
  readonly openFiles: number
  readonly children: number
  readonly temporary: number
  readonly blobs: number
  readonly blobMb: number
  /** Pages of the files that hold something, in megabytes: what is free is used again. */
  readonly libraryMb: number
  readonly indexMb: number
  readonly walMb: number
}

/** `temporary`: the folder that this process has for what it throws away. */
export function whatIsHeld(library: string, temporary: string): Held {
  const blobs = filesBelow(join(library, 'blobs'))
  return {
    heapMb: collectedHeap() / 1e6,
    rssMb: process.memoryUsage.rss() / 1e6,
    resources: process.getActiveResourcesInfo().length,
    openFiles: listed('/proc/self/fd').length,
    children: listed('/proc/self/task').flatMap((task) => words(`/proc/self/task/${task}/children`)).length,
    temporary: listed(temporary).length,
    blobs: blobs.length,
    blobMb: blobs.reduce((sum, file) => sum + sizeOf(file), 0) / 1e6,
    libraryMb: usedBytes(join(library, 'library.db')) / 1e6,
    indexMb: usedBytes(join(library, 'index.db')) / 1e6,
    walMb: (sizeOf(join(library, 'library.db-wal')) + sizeOf(join(library, 'index.db-wal'))) / 1e6,
  }
}

/** How many rows each table of the library has. */
export function rowsOf(library: string): ReadonlyMap<string, number> {
  const database = openDatabase(join(library, 'library.db'), { readOnly: true })
  try {
    const tables = database.all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    return new Map(tables.map(({ name }) => [String(name), Number(database.get(`SELECT count(*) AS rows FROM "${name}"`)?.rows)]))
  } finally {
    database.close()
  }
}

function usedBytes(file: string): number {
  const database = openDatabase(file, { readOnly: true })
  try {
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) => Number(database.pragma(name)))
    return ((pages ?? 0) - (free ?? 0)) * (size ?? 0)
  } finally {
    database.close()
  }
}

function filesBelow(folder: string): readonly string[] {
  return listed(folder).flatMap((name) => listed(join(folder, name)).map((file) => join(folder, name, file)))
}

/** What is not there, or has just gone, has nothing in it. */
function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function words(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').match(/\S+/g) ?? []
  } catch {
    return []
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
