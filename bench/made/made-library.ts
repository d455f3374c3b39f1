// A library of many items, made once and kept in the system's own place for such things. Making it is a process of its own.
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations } from '../../src/main/cache/migrations/all.ts'
import { indexVersion } from '../../src/main/search/index-file.ts'

/** Raised when what is made changes; with the library's own versions it names the folder. */
const version = 1

/** The folder of a library with so many items, all complete and all indexed. Not to be written into: copy it first. */
export async function madeLibrary(items: number, programs: string, say: (line: string) => void): Promise<string> {
  const schema = `${allMigrations.at(-1)?.version ?? 0}-${indexVersion}`
  const folder = join(tmpdir(), `carrel-bench-library-${version}-${schema}-${items}`)
  if (existsSync(folder)) return folder
  say(`making a library of ${items} items (once) …`)
  const beside = `${folder}-${process.pid}`
  const child = fork(new URL('./make-library.ts', import.meta.url), [beside, String(items), programs], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the library could not be made (${code})`)
  await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }))
  return folder
}
