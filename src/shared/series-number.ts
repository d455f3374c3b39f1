// The number of a part as titles spell it: digits of any script, Roman, written out, Chinese.
import { numberWords } from './series-words.ts'

/** No series counts so far; what is larger is a year, a ticket, a size. */
const largest = 1_899

/** 1 to 1899, or null when it is none. Roman numbers up to 39, capital or small, never mixed. */
export function partNumber(spelled: string): number | null {
  const plain = spelled.normalize('NFKC').toLowerCase()
  if (/^\p{Nd}{1,4}$/u.test(plain)) return within(Number(Array.from(plain, digitOf).join('')))
  const word = numberWords.get(plain)
  if (word !== undefined) return word
  if (/^[〇零一二三四五六七八九十百]+$/.test(plain)) return within(chinese(plain))
  return spelled === plain || spelled === spelled.toUpperCase() ? roman(plain) : null
}

function within(value: number): number | null {
  return value >= 1 && value <= largest ? value : null
}

/** Every script's ten digits stand in a row that begins at a zero: whoever has nine neighbours below is a nine. */
function digitOf(digit: string): number {
  let value = 0
  let code = digit.codePointAt(0) ?? 0
  // Rows of digits may touch each other only in the mathematical ones, which NFKC has made plain.
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1
    value += 1
  }
  return value
}

function roman(letters: string): number | null {
  const [, tens = '', units = ''] = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(letters) ?? []
  const unit = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf(units)
  return within(tens.length * 10 + unit)
}

function chinese(numerals: string): number {
  let total = 0
  let digit = 0
  let tens = false
  for (const numeral of numerals) {
    const unit = numeral === '十' ? 10 : numeral === '百' ? 100 : 0
    if (unit > 0) {
      total += (digit || 1) * unit
      digit = 0
      tens = true
    } else digit = (tens ? 0 : digit * 10) + Math.max(0, '〇一二三四五六七八九'.indexOf(numeral === '零' ? '〇' : numeral))
  }
  return total + digit
}
