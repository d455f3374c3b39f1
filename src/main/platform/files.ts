// Files that are either wholly there or not at all: written beside, flushed, renamed, the folder flushed.
import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
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

/**
 * Makes a folder and its missing parents, for their owner alone; each new one's entry is durable. Level by level, since the recursive
 * way of Node never ends in some virtual file systems. Throws cache.full, cache.read-only (also when a file stands in the way).
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    for (const level of missingLevels(path)) {
      try {
        await mkdir(level, 0o700)
      } catch (error) {
        if (!isFolder(level)) throw error
      }
      await flushFolder(dirname(level))
    }
  } catch (error) {
    throw failureOfFolder(error, path)
  }
}

/** The same without a promise. */
export function makeFolderSync(path: string): void {
  try {
    for (const level of missingLevels(path)) {
      try {
        mkdirSync(level, 0o700)
      } catch (error) {
        if (!isFolder(level)) throw error
      }
      flushFolderSync(dirname(level))
    }
  } catch (error) {
    throw failureOfFolder(error, path)
  }
}

/** The folders to be made, outermost first: those below the nearest one that is there. Another process may make them meanwhile. */
function missingLevels(path: string): readonly string[] {
  const missing: string[] = []
  for (let at = resolve(path); !isFolder(at); at = dirname(at)) {
    missing.unshift(at)
    if (at === dirname(at)) break
  }
  return missing
}

/** What cannot be looked at is no folder to us; making it will say why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Makes an empty file that only its owner may read, whatever the mask of the process; one that is there is left as it is. */
export function makePrivateFile(path: string): void {
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      if (process.platform !== 'win32') fchmodSync(file, 0o600)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw failureOfFolder(error, dirname(path))
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

/** What stops a folder from being made or written into, beside the above. */
const folderCodes: Readonly<Record<string, FailureCode>> = {
  ...codes,
  EEXIST: 'cache.read-only',
  ENOTDIR: 'cache.read-only',
  ENOENT: 'cache.read-only',
  ELOOP: 'cache.read-only',
  ENAMETOOLONG: 'cache.read-only',
}

/** What a file system's error means for the library; an error without such a meaning comes back as it is. */
export function failureOfFiles(error: unknown, path: string): unknown {
  return failureBy(codes, error, dirname(path))
}

/** The same for a folder that is to be made or written into; the failure names that folder itself. */
export function failureOfFolder(error: unknown, folder: string): unknown {
  return failureBy(folderCodes, error, folder)
}

function failureBy(known: Readonly<Record<string, FailureCode>>, error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? known[String(error.code)] : undefined
  if (!code) return error
  return new Failure(code, code === 'cache.full' ? { folder, disk: true } : { folder }, { cause: error })
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
