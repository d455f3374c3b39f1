import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entryFile, outsideArchive } from './entry-file.ts'

test('a program of an installed Carrel starts from the plain file beside the archive', () => {
  for (const [inside, plain] of [
    [
      'file:///opt/Carrel/resources/app.asar/out/main/extract-process.js',
      'file:///opt/Carrel/resources/app.asar.unpacked/out/main/extract-process.js',
    ],
    [
      'file:///C:/Carrel/resources/app.asar.unpacked/out/main/index-worker.js',
      'file:///C:/Carrel/resources/app.asar.unpacked/out/main/index-worker.js',
    ],
    ['file:///home/ida/carrel/out/main/extract-process.js', 'file:///home/ida/carrel/out/main/extract-process.js'],
  ] as const) {
    expect(outsideArchive(new URL(inside)).href).toBe(plain)
  }
})

test('from source it is the source', () => {
  expect(existsSync(entryFile('extract-process', 'extract'))).toBe(true)
})
