// The attack with real pages, whole and harmed, and with pages larger and deeper than any: each ends in a copy or a listed failure.
import { readFile } from 'node:fs/promises'
import { type CorpusPage, readCorpus } from '../../../bench/corpus-pages.ts'
import { goldenFile, goldenSlugs } from '../../../src/main/extract/golden/cases.ts'
import type { Attack } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { cleanMonsters } from './clean-monsters.ts'
import { type Damaged, damagesOf } from './damages.ts'
import { extractByCommand } from './extract-by-command.ts'
import { large, nested } from './monsters.ts'
import { savePages } from './save-pages.ts'

export const realPages: Attack = {
  name: 'real-pages',
  async run(given) {
    const { length, seed, corpus, say } = given
    const chance = chanceFrom(seed)
    const full = length === 'full'
    const golden = goldenSlugs.map((slug) => ({ id: slug, path: goldenFile(slug, 'page.html') }))
    const outcomes = [
      { name: 'golden pages harmed, saved', ...(await savePages(harmed(golden, chance, full ? 15 : 1), say)) },
      ...(full
        ? [
            await cleanMonsters(given, 'nested 100,000 deep', nested, 100_000),
            await cleanMonsters(given, '1 MB of one thing', large, 1_000_000),
            await cleanMonsters(given, '5 MB of one thing', large, 5_000_000),
            await cleanMonsters(given, '50 MB of one thing', large, 50_000_000),
          ]
        : [
            await cleanMonsters(given, 'nested 1,000 deep', nested, 1_000),
            await cleanMonsters(given, '20 kB of one thing', large, 20_000, true),
          ]),
    ]
    if (corpus === undefined || !full) return outcomes
    const pages = (await readCorpus(corpus, Number.POSITIVE_INFINITY)).map(({ id, file }: CorpusPage) => ({ id, path: file }))
    return [
      ...outcomes,
      { name: 'corpus, saved as it is', ...(await savePages(harmed(pages, chance, 0), say)) },
      await extractByCommand(given, corpus),
      { name: 'corpus harmed, saved', ...(await savePages(harmed(pages, chance, 4), say)) },
    ]
  },
}

/** `number` chosen damages of each page; with 0, the page itself. */
async function* harmed(pages: readonly { id: string; path: string | URL }[], chance: Chance, number: number): AsyncGenerator<Damaged> {
  for (const { id, path } of pages) {
    const page = await readFile(path)
    if (number === 0) yield { name: id, body: page, contentType: 'text/html; charset=utf-8' }
    else {
      const damages = [...damagesOf(page, chance)]
      for (let left = Math.min(number, damages.length); left > 0; left -= 1) {
        const [damaged] = damages.splice(chance.between(0, damages.length - 1), 1)
        if (damaged) yield { ...damaged, name: `${id}, ${damaged.name}` }
      }
    }
  }
}
