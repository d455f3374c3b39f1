import { describe, expect, test } from 'vitest'
import { ItemId, type ItemSummary } from '../../shared/item.ts'
import { overview, planOf, planSize, tickedAtFirst, tickedByAll, type Understood } from './understood.ts'

const link = (address: string, more: Partial<Understood> = {}): Understood => ({
  link: address,
  at: 0,
  length: address.length,
  url: address,
  kind: 'article',
  startSeconds: null,
  already: null,
  private: false,
  failure: null,
  ...more,
})
const id = ItemId.parse('a'.repeat(32))
const saved = (place: ItemSummary['place']) => ({ id, place }) as ItemSummary

const inner = link('http://192.168.1.1/', { private: true })

describe('ticked at first', () => {
  test.each([
    ['a new page in a pasted text', link('https://a.example/'), true, true],
    ['a page that is here', link('https://a.example/', { already: saved('archive') }), false, false],
    ['a page in the trash', link('https://a.example/', { already: saved('trash') }), true, true],
    ['a private address in a pasted text', inner, true, false],
    ['a private address that was typed', inner, false, true],
    ['a private page that is here', { ...inner, already: saved('inbox') }, false, false],
    ['a private page of a stranger that lies in the trash', { ...inner, already: saved('trash') }, true, false],
    ['a cut link', link('https://a.example/...', { url: null, failure: { code: 'link.cut', facts: {} } }), false, false],
  ])('%s', (_what, one, strange, ticked) => {
    expect(tickedAtFirst(one, strange)).toBe(ticked)
  })
})

test('"all" ticks what is here already, and no stranger’s private address', () => {
  expect(tickedByAll(link('https://a.example/', { already: saved('inbox') }), true)).toBe(true)
  expect(tickedByAll(inner, true)).toBe(false)
  expect(tickedByAll(inner, false)).toBe(true)
})

test('the plan keeps the order, says what was chosen, and fetches newer copies of what is here', () => {
  const plan = planOf([
    { link: link('https://a.example/'), strange: true },
    { link: link('http://10.0.0.1/', { private: true }), strange: true },
    { link: link('https://b.example/', { already: saved('inbox') }), strange: true },
    { link: link('https://c.example/', { already: saved('trash') }), strange: false },
  ])
  const links = ['https://a.example/', 'http://10.0.0.1/', 'https://c.example/']
  expect(plan).toEqual({ links, chosen: ['http://10.0.0.1/', 'https://c.example/'], refresh: [id] })
  expect(planSize(plan)).toBe(4)
})

test('what cannot be saved is never in the plan, and is said', () => {
  const cut = link('https://a.example/...', { url: null, failure: { code: 'link.cut', facts: {} } })
  expect(planSize(planOf([{ link: cut, strange: false }]))).toBe(0)
  const left = [cut, link('https://b.example/', { already: saved('later') }), inner].map((one) => ({ link: one, ticked: false }))
  expect(overview(left, 0)).toEqual({
    main: 'Nothing to save',
    beside: 'Not ticked: 1 you have already, 1 in your own network, 1 cut off',
  })
  const chosen = [link('https://a.example/'), link('https://c.example/', { already: saved('inbox') })].map((one) => ({
    link: one,
    ticked: true,
  }))
  expect(overview([...chosen, ...left.slice(0, 1)], 1)).toEqual({
    main: '3 to save',
    beside: '1 new, 1 newer copy, 1 file. Not ticked: 1 cut off.',
  })
  expect(overview(chosen.slice(0, 1), 0)).toEqual({ main: '1 to save', beside: '' })
})
