// How long until the first rows of a library are there, from the moment the program is started.

import type { Bench } from '../bench.ts'
import { below, told } from '../bench-rows.ts'
import { median } from '../figures.ts'
import { madeLibrary } from '../made/made-library.ts'
import { startBenchCore } from '../programs/core-client.ts'

const runs = 7

export const startBench: Bench = {
  name: 'start',
  title: ({ items }) => `Start with ${items.toLocaleString('en')} items`,
  async run({ items, programs, say }) {
    const library = await madeLibrary(items, programs, say)
    const figures: { readonly up: number; readonly rows: number }[] = []
    // The first run warms the system's own cache and is not counted.
    for (let run = 0; run <= runs; run += 1) {
      const begun = performance.now()
      const core = await startBenchCore(programs, { library, site: null })
      const up = performance.now() - begun
      const { items: rows } = await core.call('item.list', { limit: 200 })
      if (rows.length !== 200) throw new Error(`a list of ${rows.length} rows`)
      if (run > 0) figures.push({ up, rows: performance.now() - begun })
      await core.close()
    }
    return [
      told('core open, from the start of its process (median of 7)', `${median(figures.map(({ up }) => up)).toFixed(0)} ms`),
      below('first 200 rows, from the start of its process (median of 7)', median(figures.map(({ rows }) => rows)), 300, 'ms'),
      told('first 200 rows once the core is open', `${median(figures.map(({ up, rows }) => rows - up)).toFixed(1)} ms`),
    ]
  },
}
