import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOfFiles, makeFolder, makeFolderSync, writeAtomically, writeAtomicallySync } from './files.ts'

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
