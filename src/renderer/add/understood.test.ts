import { describe, expect, test } from 'vitest'
import { ItemId, type ItemSummary } from '../../shared/item.ts'
import { isSole, overview, planOf, planSize, tickedAtFirst, type Understood } from './understood.ts'

const link = (address: string, more: Partial<Understood> = {}): Understood => ({
  link: address,
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

describe('ticked at first', () => {
  test.each([
    ['a new page', link('https://a.example/'), false, true],
    ['a page that is here', link('https://a.example/', { already: saved('archive') }), false, false],
    ['a page in the trash', link('https://a.example/', { already: saved('trash') }), false, true],
    ['a private address in a pasted text', link('http://192.168.1.1/', { private: true }), false, false],
    ['a private address typed alone', link('http://192.168.1.1/', { private: true }), true, true],
    ['a private page that is here', link('http://192.168.1.1/', { private: true, already: saved('inbox') }), true, false],
    ['a cut link', link('https://a.example/...', { url: null, failure: { code: 'link.cut', facts: {} } }), true, false],
  ])('%s', (_what, one, sole, ticked) => {
    expect(tickedAtFirst(one, sole)).toBe(ticked)
  })
})

test('a text is a sole link only when nothing stands beside it', () => {
  const one = [link('http://localhost:8080/')]
  expect(isSole(' http://localhost:8080/\n', one)).toBe(true)
  expect(isSole('see http://localhost:8080/', one)).toBe(false)
  expect(isSole('http://localhost:8080/', [...one, ...one])).toBe(false)
})

test('the plan keeps private addresses apart and fetches newer copies of what is here', () => {
  const ticked = [
    link('https://a.example/'),
    link('http://10.0.0.1/', { private: true }),
    link('https://b.example/', { already: saved('inbox') }),
    link('https://c.example/', { already: saved('trash') }),
  ]
  const plan = planOf(ticked)
  expect(plan).toEqual({ links: ['https://a.example/', 'https://c.example/'], privateLinks: ['http://10.0.0.1/'], refresh: [id] })
  expect(planSize(plan)).toBe(4)
})

test('what cannot be saved is never in the plan, and is said', () => {
  const cut = link('https://a.example/...', { url: null, failure: { code: 'link.cut', facts: {} } })
  const plan = planOf([cut])
  expect(planSize(plan)).toBe(0)
  expect(overview([cut, link('https://b.example/', { already: saved('later') })], plan)).toEqual({
    main: 'Nothing to save',
    beside: '1 you have already, 1 cut off',
  })
})
