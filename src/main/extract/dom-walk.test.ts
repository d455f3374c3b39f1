import { expect, test } from 'vitest'
import { elementsOf, moveChildren, rename, unwrap } from './dom-walk.ts'
import { parsePage } from './parse-page.ts'

const many = 200_000

test('more children than a call takes arguments are moved all the same', () => {
  const document = parsePage(`<main><b></b><div>${'<i></i>'.repeat(many)}</div><s></s></main>`)
  const [main] = elementsOf(document, 'main')
  const [box] = elementsOf(document, 'div')
  if (main === undefined || box === undefined) throw new Error('no box')
  unwrap(rename(box, 'section'))
  expect([main.children.length, main.firstElementChild?.localName, main.lastElementChild?.localName]).toEqual([many + 2, 'b', 's'])
  const other = document.createElement('div')
  moveChildren(main, other)
  expect([main.childNodes.length, other.children.length]).toEqual([0, many + 2])
})
