// What a network, a disk or a careless author does to the bytes of a page: cut off, bits turned, said to be in a charset it is not in.
import type { Chance } from '../random.ts'

export type Damaged = { readonly name: string; readonly body: Uint8Array; readonly contentType: string }

const html = 'text/html'
const utf8 = `${html}; charset=utf-8`

/** One of each damage. */
export function damagesOf(page: Buffer, chance: Chance): readonly Damaged[] {
  const cut = chance.between(1, page.length)
  const flipped = Buffer.from(page)
  for (let flips = chance.between(1, 200); flips > 0; flips -= 1) {
    const at = chance.between(0, page.length - 1)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.between(0, 7))
  }
  const text = page.toString('utf8')
  return [
    { name: 'cut', body: page.subarray(0, cut), contentType: utf8 },
    { name: 'cut inside a letter', body: Buffer.concat([page.subarray(0, cut), Buffer.from([0xe2, 0x82])]), contentType: utf8 },
    { name: 'begun in the middle', body: page.subarray(Math.floor(cut / 2)), contentType: utf8 },
    { name: 'bits turned', body: flipped, contentType: utf8 },
    { name: 'UTF-16 and said so', body: Buffer.from(`\ufeff${text}`, 'utf16le'), contentType: `${html}; charset=utf-16le` },
    { name: 'UTF-16 and not said', body: Buffer.from(`\ufeff${text}`, 'utf16le'), contentType: html },
    { name: 'UTF-16 without a mark', body: Buffer.from(text, 'utf16le'), contentType: utf8 },
    { name: 'said to be UTF-16', body: page, contentType: `${html}; charset=utf-16` },
    { name: 'said to be Shift_JIS', body: page, contentType: `${html}; charset=shift_jis` },
    { name: 'said to be Latin 1', body: page, contentType: `${html}; charset=iso-8859-1` },
    { name: 'said to be ISO-2022-JP', body: page, contentType: `${html}; charset=iso-2022-jp` },
    { name: 'a charset nobody knows', body: page, contentType: `${html}; charset=x-kettle` },
    { name: 'Latin 1 said to be UTF-8', body: Buffer.from(text, 'latin1'), contentType: utf8 },
    { name: 'NUL between the letters', body: Buffer.from(text.slice(0, 50_000).split('').join('\0')), contentType: utf8 },
    { name: 'twice', body: Buffer.concat([page, page]), contentType: utf8 },
  ]
}
