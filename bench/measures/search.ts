// Search as one types, key by key, in a library of many items; and the ranked search after a rest.
import type { Bench } from '../bench.ts'
import { below, told } from '../bench-rows.ts'
import { median, quantile } from '../figures.ts'
import { madeLibrary } from '../made/made-library.ts'
import { startBenchCore } from '../programs/core-client.ts'

const typed = ['python memory', 'reading garden', 'kernel', 'the library network', '"compiler reader"', 'window -python', 'a', 'st']

export const searchBench: Bench = {
  name: 'search',
  title: ({ items }) => `Search in ${items.toLocaleString('en')} items`,
  async run({ items, programs, say }) {
    const core = await startBenchCore(programs, { library: await madeLibrary(items, programs, say), site: null })
    const timed = async (words: string, order: 'newest' | 'best'): Promise<number> => {
      const begun = performance.now()
      await core.call('search.find', { words, limit: 50, order })
      return performance.now() - begun
    }
    /** What the palette asks at one key, all at once. */
    const palette = async (words: string): Promise<number> => {
      const begun = performance.now()
      await Promise.all([
        core.call('search.find', { words, limit: 40, order: 'newest', in: 'titles' }),
        core.call('search.find', { words, limit: 8, order: 'newest' }),
        core.call('highlight.list', { words, limit: 2, order: 'newest' }),
      ])
      return performance.now() - begun
    }
    try {
      await timed('warm', 'newest')
      const typing: number[] = []
      const ranked: number[] = []
      const asked: number[] = []
      for (const words of typed) {
        for (let letters = 1; letters <= words.length; letters += 1) {
          typing.push(await timed(words.slice(0, letters), 'newest'))
          asked.push(await palette(words.slice(0, letters)))
        }
        ranked.push(await timed(words, 'best'))
      }
      return [
        told(`as one types, p50 of ${typing.length} keys`, `${median(typing).toFixed(1)} ms`),
        below('as one types, p95', quantile(typing, 0.95), 50, 'ms'),
        below('the palette, as one types, p95', quantile(asked, 0.95), 50, 'ms'),
        told('ranked, after a rest, median', `${median(ranked).toFixed(1)} ms`),
        told('ranked, after a rest, slowest', `${Math.max(...ranked).toFixed(1)} ms`),
      ]
    } finally {
      await core.close()
    }
  },
}
