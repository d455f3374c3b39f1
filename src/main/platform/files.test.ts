import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failureOfFiles, makeFolder, makeFolderSync, makePrivateFile, writeAtomically, writeAtomicallySync } from './files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carrel-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const both = [
  ['awaited', (path: string, words: string) => writeAtomically(path, Buffer.from(words), { unique: 'u' })],
  ['synchronous', async (path: string, words: string) => writeAtomicallySync(path, Buffer.from(words), { unique: 'u' })],
] as const

test.each(both)('a file is replaced whole, for its owner alone (%s)', async (_name, write) => {
  const path = join(folder, 'a')
  await write(path, 'one')
  await write(path, 'two')
  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['a'])
})

test.each(both)('a write that fails leaves what was there and nothing beside it (%s)', async (_name, write) => {
  const path = join(folder, 'a')
  mkdirSync(path)
  writeFileSync(join(path, 'inside'), 'kept')
  await expect(write(path, 'new')).rejects.toThrow()
  expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('kept')
  expect(readdirSync(folder)).toEqual(['a'])
})

test('folders are made with their parents, for their owner alone', async () => {
  await makeFolder(join(folder, 'a', 'b'))
  makeFolderSync(join(folder, 'c', 'd'))
  for (const made of ['a', 'a/b', 'c', 'c/d']) expect(statSync(join(folder, made)).mode & 0o777).toBe(0o700)
})

describe.each([
  ['awaited', makeFolder],
  ['synchronous', async (path: string) => makeFolderSync(path)],
])('a folder that cannot be made is said by its own name (%s)', (_name, make) => {
  const refused = (path: string) => expect(make(path)).rejects.toMatchObject({ code: 'cache.read-only', facts: { folder: path } })

  test.each(['nope', 'nope/deeper'])('in a file system that makes none: /proc/%s', { skip: process.platform !== 'linux' }, (name) =>
    refused(join('/proc', name)),
  )

  test('where a file stands, or below one', async () => {
    const path = join(folder, 'a')
    writeFileSync(path, 'a file')
    await refused(path)
    await refused(join(path, 'b', 'c'))
    expect(readFileSync(path, 'utf8')).toBe('a file')
  })

  test('where a link leads nowhere', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a'))
    await refused(join(folder, 'a'))
  })
})

test('two that make one folder at once both succeed', async () => {
  const path = join(folder, 'a', 'b', 'c')
  await Promise.all([makeFolder(path), makeFolder(path), makeFolder(join(path, 'd'))])
  expect(statSync(join(path, 'd')).isDirectory()).toBe(true)
})

test.runIf(process.platform !== 'win32')('a private file is its owner’s alone, whatever the mask, and one that is there is kept', () => {
  const before = process.umask(0)
  try {
    makePrivateFile(join(folder, 'a'))
  } finally {
    process.umask(before)
  }
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600)
  writeFileSync(join(folder, 'a'), 'kept')
  makePrivateFile(join(folder, 'a'))
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('kept')
})

test('a folder that is there is left as it is', async () => {
  chmodSync(folder, 0o755)
  await makeFolder(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o755)
})

test.each([
  ['ENOSPC', 'cache.full'],
  ['EDQUOT', 'cache.full'],
  ['EROFS', 'cache.read-only'],
  ['EACCES', 'cache.read-only'],
])('%s is %s', (code, failure) => {
  expect(failureOfFiles(Object.assign(new Error('no'), { code }), join(folder, 'a'))).toMatchObject({ code: failure, facts: { folder } })
})

test('an error that means nothing to the library stays what it is', () => {
  const error = Object.assign(new Error('no'), { code: 'EMFILE' })
  expect(failureOfFiles(error, folder)).toBe(error)
})
