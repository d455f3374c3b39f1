// The attack on cleaning: markup, bytes and texts of strangers. What gets through all the same has a sandbox before it: e2e/hostile-pages-stay-harmless.spec.ts.
import type { Attack } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { cleanBytes, cleanFragments, cleanMixtures, cleanPages, cleanTexts } from './clean-them.ts'

export const hostilePages: Attack = {
  name: 'pages',
  async run({ length, seed, say }) {
    const full = length === 'full'
    say('vectors at the gate')
    const fragments = cleanFragments(full ? 1 : 4)
    say('every vector in an article')
    const pages = cleanPages(full ? 1 : 120)
    say('mixtures, texts, charsets')
    return [fragments, ...pages, cleanMixtures(chanceFrom(seed), full ? 20_000 : 100), cleanTexts(full), cleanBytes(full ? 1 : 25)]
  },
}
