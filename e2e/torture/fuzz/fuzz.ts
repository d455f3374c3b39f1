// The attack on the pipeline by chance: pages of a grammar, and real pages with harm done to their bytes. What gives way is shrunk to a file.
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { readCorpus } from '../../../bench/corpus-pages.ts'
import { pageText } from '../../../src/main/core.ts'
import type { ExtractPool } from '../../../src/main/extract/extract-pool.ts'
import { goldenFile, goldenSlugs } from '../../../src/main/extract/golden/cases.ts'
import { openExtractPool } from '../../../src/main/extract/pool.ts'
import { systemClock } from '../../../src/main/platform/clock.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { Attack, Given, Outcome } from '../attack.ts'
import { cleanAndLook } from './clean-and-look.ts'
import { mutate, someMutations } from './mutations.ts'
import { somePage } from './page-grammar.ts'
import { shrinkPage } from './shrink-page.ts'

export const fuzz: Attack = {
  name: 'fuzz',
  async run(given) {
    const pool = openExtractPool({
      size: 2,
      entry: new URL('../../../src/main/extract/extract-process.ts', import.meta.url),
      log: silentLog,
      clock: systemClock,
    })
    try {
      const full = given.length === 'full'
      const golden = await Promise.all(goldenSlugs.map((slug) => readFile(goldenFile(slug, 'page.html'))))
      const outcomes = [
        await held(given, pool, 'pages of a grammar', somePage, full ? 6_000 : 60),
        await held(
          given,
          pool,
          'golden pages harmed',
          harmed(golden.length, async (at) => golden[at]),
          full ? 4_000 : 60,
        ),
      ]
      if (given.corpus === undefined) return outcomes
      const corpus = await readCorpus(given.corpus, Number.POSITIVE_INFINITY)
      const read = async (at: number): Promise<Buffer | undefined> => (corpus[at] ? readFile(corpus[at].file) : undefined)
      return [...outcomes, await held(given, pool, 'pages of the corpus harmed', harmed(corpus.length, read), full ? 3_000 : 20)]
    } finally {
      await pool.close()
    }
  },
}

type Page = string | (() => Promise<string | null>)

/** Real pages with mutations done to them; null where what is left is no page any more. */
function harmed(pages: number, read: (at: number) => Promise<Buffer | undefined>): fc.Arbitrary<Page> {
  return fc.tuple(fc.nat(pages - 1), someMutations).map(([at, mutations]) => async () => {
    try {
      return pageText(mutate((await read(at)) ?? Buffer.alloc(0), mutations))
    } catch (error) {
      if (error instanceof Failure) return null
      throw error
    }
  })
}

/** Cleans `cases` drawn pages. Stops at the first that gives way, for a drawn page is shrunk by drawing again. */
async function held(given: Given, pool: ExtractPool, name: string, pages: fc.Arbitrary<Page>, cases: number): Promise<Outcome> {
  const ends = { copy: 0, failure: 0 }
  const wrongOf = async (html: string): Promise<readonly string[]> => {
    const { ended, wrong } = await cleanAndLook(pool, html, html.length % 4 === 0)
    ends[ended] += 1
    return wrong
  }
  const htmlOf = async (page: Page): Promise<string | null> => (typeof page === 'string' ? page : page())
  const property = fc.asyncProperty(pages, async (page) => {
    const html = await htmlOf(page)
    return html === null || (await wrongOf(html)).length === 0
  })
  const drawn = await fc.check(property, { seed: given.seed, numRuns: cases, interruptAfterTimeLimit: 900_000 })
  const { copy, failure } = { ...ends }
  given.say(`${name}: ${drawn.numRuns} pages, ${copy} copies, ${failure} failures of the list`)
  const figure = `${copy} copies, ${failure} listed failures`
  const [counterexample] = drawn.counterexample ?? []
  if (counterexample === undefined) return { name, cases: drawn.numRuns, broken: [], figure }
  const html = (await htmlOf(counterexample)) ?? ''
  const [first = 'gave way once and not again'] = await wrongOf(html)
  const kind = first.slice(0, 12)
  const small = await shrinkPage(html, async (less) => (await wrongOf(less)).some((wrong) => wrong.startsWith(kind)))
  const file = path.join(tmpdir(), `carrel-torture-${name.replaceAll(' ', '-')}-${given.seed}.html`)
  await writeFile(file, small)
  const wrong = await wrongOf(small)
  return { name, cases: drawn.numRuns, broken: [`${(wrong[0] ?? first).slice(0, 300)}: ${file}, path ${drawn.counterexamplePath}`], figure }
}
