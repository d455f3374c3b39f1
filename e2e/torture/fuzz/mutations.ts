// Harm done to the bytes of a real page: a list of small deeds, so that a page that gives way can be told with as few of them as it takes.
import fc from 'fast-check'
import { allVectors } from '../hostile-pages/all-vectors.ts'

const deeds = ['cut', 'double', 'swap', 'end', 'flip', 'untag', 'retag', 'inject', 'charset', 'nest', 'nul'] as const
const charsets = ['utf-8', 'utf-16le', 'shift_jis', 'iso-8859-1', 'gb18030', 'iso-2022-jp', 'x-user-defined', 'utf-7', 'nonsense']
const nested = [
  'div',
  'b',
  'table><tr><td',
  'blockquote',
  'a href=x',
  'svg',
  'math',
  'template',
  'select',
  'font',
  'ul><li',
  'noscript',
  'object',
]

/** `at` and `to` are places in the page from 0 to 1; `size` is of bytes, levels or a number to choose by. */
export type Mutation = { readonly deed: (typeof deeds)[number]; readonly at: number; readonly to: number; readonly size: number }

const place = fc.integer({ min: 0, max: 999_999 }).map((millionths) => millionths / 1_000_000)
export const someMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ deed: fc.constantFrom(...deeds), at: place, to: place, size: fc.nat(4_000) }),
  { minLength: 1, maxLength: 12 },
)

/** The page after all that was done to it, in order. */
export function mutate(page: Uint8Array, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce<Buffer>((bytes, mutation) => done(bytes, mutation), Buffer.from(page))
}

function done(page: Buffer, { deed, at, to, size }: Mutation): Buffer {
  const from = Math.floor(at * page.length)
  const end = Math.min(page.length, from + size)
  const insert = (where: number, what: string | Uint8Array): Buffer =>
    Buffer.concat([page.subarray(0, where), typeof what === 'string' ? Buffer.from(what) : what, page.subarray(where)])
  const without = Buffer.concat([page.subarray(0, from), page.subarray(end)])
  switch (deed) {
    case 'cut':
      return without
    case 'double':
      return insert(from, page.subarray(from, end))
    case 'swap': {
      const place = Math.floor(to * without.length)
      return Buffer.concat([without.subarray(0, place), page.subarray(from, end), without.subarray(place)])
    }
    case 'end':
      return page.subarray(0, from)
    case 'flip': {
      const flipped = Buffer.from(page)
      for (let byte = from; byte < Math.min(end, from + 12); byte += 1) flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (byte % 8))
      return flipped
    }
    case 'untag':
    case 'retag': {
      const open = page.indexOf('<', from)
      const close = page.indexOf('>', open)
      if (open === -1 || close === -1) return page
      if (deed === 'retag') return insert(Math.floor(to * page.length), page.subarray(open, close + 1))
      return Buffer.concat([page.subarray(0, open), page.subarray(close + 1)])
    }
    case 'inject':
      return insert(from, allVectors[size % allVectors.length]?.markup ?? '')
    case 'charset':
      return insert(0, `<meta charset="${charsets[size % charsets.length]}">`)
    case 'nest':
      return insert(from, `<${nested[size % nested.length]}>`.repeat(1 + (size % 600)))
    case 'nul':
      return insert(from, Buffer.alloc(1 + (size % 40)))
  }
}
