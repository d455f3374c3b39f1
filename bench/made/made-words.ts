// Words nobody wrote, spread as words of a language are: a few very often, most of them seldom.
import { chanceOf } from '../figures.ts'

const beginnings = 'b br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w'.split(' ')
const middles = 'a e i o u ai ea ee oo ou'.split(' ')
const ends = 'b ck d ft g l ll m n nd ng nt p r rd rt s sh st t th x'.split(' ')
/** What is searched for in the benches stands among them. */
const known = 'python memory garden reader library kernel window compiler network reading'.split(' ')

export type Words = { word(): string; sentence(words: number): string; text(words: number): string }

/** Another text for another seed, out of the same 8,000 words. */
export function madeWords(seed: number): Words {
  const chance = chanceOf(seed)
  // Zipf's law by a power of chance: the first words come up thousands of times as often as the last.
  const word = (): string => vocabulary[Math.floor(vocabulary.length * chance() ** 3)] ?? 'word'
  const sentence = (words: number): string => {
    const line = Array.from({ length: words }, word).join(' ')
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`
  }
  return {
    word,
    sentence,
    text: (words) => Array.from({ length: Math.ceil(words / 14) }, () => sentence(8 + Math.floor(chance() * 12))).join(' '),
  }
}

const vocabulary = makeVocabulary()

function makeVocabulary(): readonly string[] {
  const chance = chanceOf(7)
  const one = (of: readonly string[]): string => of[Math.floor(chance() * of.length)] ?? ''
  const words = new Set<string>()
  while (words.size < 8_000) {
    const syllables = 1 + Math.floor(chance() * 3)
    words.add(Array.from({ length: syllables }, () => one(beginnings) + one(middles) + (chance() < 0.5 ? one(ends) : '')).join(''))
  }
  const all = [...words]
  known.forEach((word, n) => {
    all[40 + n * 60] = word
  })
  return all
}
