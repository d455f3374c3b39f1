// Files that are either wholly there or not at all: written beside, flushed, renamed, the folder flushed.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure, type FailureCode } from '../../shared/failure.ts'

/** The ending of a file that is being written; whatever carries it and is a day old was left by a crash. */
export const temporaryEnding = '.tmp'

export type WriteOptions = {
  /** Makes the name beside unique among processes, for example a random id. */
  readonly unique: string
  /** False when the caller flushes the folder itself, once for many files. */
  readonly flushFolder?: boolean
}

/** Writes a file atomically and durably. Throws cache.full, cache.read-only; nothing is left behind then. */
export async function writeAtomically(path: string, bytes: Uint8Array, options: WriteOptions): Promise<void> {
  const beside = besideOf(path, options.unique)
  try {
    const handle = await open(beside, 'wx', 0o600)
    await closing(handle, async () => {
      await handle.writeFile(bytes)
      await handle.sync()
    })
    await renameOver(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw failureOfFiles(error, path)
  }
  if (options.flushFolder ?? true) await flushFolder(dirname(path))
}

/** The same without a promise, for small files inside a synchronous step. */
export function writeAtomicallySync(path: string, bytes: Uint8Array, options: WriteOptions): void {
  const beside = besideOf(path, options.unique)
  try {
    const handle = openSync(beside, 'wx', 0o600)
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw failureOfFiles(error, path)
  }
  flushFolderSync(dirname(path))
}

/** Makes a folder and its missing parents, for their owner alone; each new one's entry is durable. */
export async function makeFolder(path: string): Promise<void> {
  try {
    const first = await mkdir(path, { recursive: true, mode: 0o700 })
    if (first !== undefined) for (const parent of newEntries(first, path)) await flushFolder(parent)
  } catch (error) {
    throw failureOfFiles(error, path)
  }
}

export function makeFolderSync(path: string): void {
  if (existsSync(path)) return
  try {
    const first = mkdirSync(path, { recursive: true, mode: 0o700 })
    if (first !== undefined) for (const parent of newEntries(first, path)) flushFolderSync(parent)
  } catch (error) {
    throw failureOfFiles(error, path)
  }
}

/** Makes renames and new entries inside a folder durable. Windows cannot and need not: a folder cannot be opened there. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(path, 'r')
    await closing(handle, () => handle.sync())
  } catch (error) {
    // Some network file systems refuse to flush a folder; the file itself is flushed.
    if (!isCode(error, 'EINVAL', 'ENOTSUP', 'EISDIR')) throw failureOfFiles(error, path)
  }
}

function flushFolderSync(path: string): void {
  if (process.platform === 'win32') return
  try {
    const handle = openSync(path, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (!isCode(error, 'EINVAL', 'ENOTSUP', 'EISDIR')) throw failureOfFiles(error, path)
  }
}

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'cache.full',
  EDQUOT: 'cache.full',
  EFBIG: 'cache.full',
  EROFS: 'cache.read-only',
  EACCES: 'cache.read-only',
  EPERM: 'cache.read-only',
}

/** What a file system's error means for the library; an error without such a meaning comes back as it is. */
export function failureOfFiles(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined
  if (!code) return error
  const facts = { folder: dirname(path) }
  return new Failure(code, code === 'cache.full' ? { ...facts, disk: true } : facts, { cause: error })
}

/** True when a system call failed with one of these codes, for example `ENOENT`. */
export function isCode(error: unknown, ...wanted: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && wanted.includes(String(error.code))
}

function besideOf(path: string, unique: string): string {
  return join(dirname(path), `.${basename(path)}.${unique}${temporaryEnding}`)
}

/** On Windows a virus scanner may hold the target for a moment; elsewhere the first try is the only one. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (process.platform !== 'win32' || tries === 6 || !isCode(error, 'EPERM', 'EACCES', 'EBUSY')) throw error
      await pause(tries * 20)
    }
  }
}

async function closing(handle: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } finally {
    await handle.close()
  }
}

/** The folders that got a new entry when everything from `first` down to `path` was made. */
function newEntries(first: string, path: string): readonly string[] {
  const parents: string[] = []
  for (let at = path; ; at = dirname(at)) {
    parents.push(dirname(at))
    if (at === first || dirname(at) === at) return parents
  }
}
