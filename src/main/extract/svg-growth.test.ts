import { describe, expect, test } from 'vitest'
import { sanitiseSvg } from './sanitise-svg.ts'
import { growsTooLarge, nestsTooDeep } from './svg-growth.ts'

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${inside}</svg>`
const uses = (deep: number, each: number) => {
  const groups = Array.from({ length: deep }, (_, n) => `<g id="u${n + 1}">${`<use href="#u${n}"/>`.repeat(each)}</g>`)
  return svg(`<defs><g id="u0"><path d="M0 0h9v9z"/></g>${groups.join('')}</defs><use href="#u${deep}"/>`)
}
const patterns = (deep: number) => {
  const each = Array.from({ length: deep }, (_, n) => `<pattern id="p${n + 1}">${`<rect fill="url(#p${n})"/>`.repeat(10)}</pattern>`)
  return svg(`<defs>${each.join('')}</defs><rect fill="url(#p${deep})"/>`)
}

describe('a drawing', () => {
  test('that uses its parts a thousand times is kept', () => {
    expect(growsTooLarge(uses(3, 10))).toBe(false)
    expect(sanitiseSvg(uses(3, 10))).toContain('<use')
  })

  test.each([
    ['parts in parts', uses(9, 10)],
    ['patterns in patterns', patterns(9)],
    ['a chain that doubles thirty times', uses(30, 2)],
  ])('that grows a billion times by %s is refused', (_what, drawing) => {
    expect(growsTooLarge(drawing)).toBe(true)
    expect(sanitiseSvg(drawing)).toBe(null)
  })

  test('whose parts use each other in a circle is counted to its end', () => {
    expect(growsTooLarge(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toBe(false)
  })

  test('nested ten thousand deep is refused before it is read', () => {
    expect(nestsTooDeep(svg('<g>'.repeat(10_000)))).toBe(true)
    expect(sanitiseSvg(svg(`${'<g>'.repeat(10_000)}<path d="M0 0h9v9z"/>`))).toBe(null)
    expect(nestsTooDeep(svg('<g><path/></g>'.repeat(10_000)))).toBe(false)
  })
})
