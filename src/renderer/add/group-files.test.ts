import { expect, test } from 'vitest'
import { groupFiles } from './group-files.ts'

const paths = (...all: string[]) => groupFiles(all.map((path) => ({ path }))).map((group) => group.map(({ path }) => path))

test('single files are an item each', () => {
  expect(paths('a.pdf', 'b.html', 'c.mhtml')).toEqual([['a.pdf'], ['b.html'], ['c.mhtml']])
})

test('a saved page and the folder beside it are one item, in any browser’s language', () => {
  expect(paths('Ring.html', 'Ring_files/one.png', 'Ring_files/two.css')).toEqual([
    ['Ring.html', 'Ring_files/one.png', 'Ring_files/two.css'],
  ])
  expect(paths('Ring-Dateien/eins.png', 'Ring.htm')).toEqual([['Ring-Dateien/eins.png', 'Ring.htm']])
})

test('a folder with one page is one item', () => {
  expect(paths('ring/index.html', 'ring/img/a.png')).toEqual([['ring/index.html', 'ring/img/a.png']])
})

test('a folder of pages is an item a page, each with the pictures', () => {
  expect(paths('notes/one.html', 'notes/two.html', 'notes/img/a.png')).toEqual([
    ['notes/one.html', 'notes/img/a.png'],
    ['notes/two.html', 'notes/img/a.png'],
  ])
})

test('a page inside a page’s folder stays a part of it', () => {
  expect(paths('Ring.html', 'Ring_files/frame.html')).toEqual([['Ring.html', 'Ring_files/frame.html']])
})
