// Thousands of rows at once: how long each takes, and whether a call beside it still gets its answer in time.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ItemId } from '../../src/shared/item.ts'
import type { Bench } from '../bench.ts'
import { type BenchRow, below, told } from '../bench-rows.ts'
import { madeLibrary } from '../made/made-library.ts'
import { type BenchCore, startBenchCore } from '../programs/core-client.ts'

export const bulkBench: Bench = {
  name: 'bulk',
  title: ({ items }) => `Thousands at once, in ${items.toLocaleString('en')} items`,
  async run({ items, programs, say }) {
    const folder = await mkdtemp(join(tmpdir(), 'carrel-bench-bulk-'))
    await cp(await madeLibrary(items, programs, say), folder, { recursive: true })
    const core = await startBenchCore(programs, { library: folder, site: null })
    try {
      await core.call('job.pause', { paused: true })
      const links = Array.from({ length: 5_000 }, (_, n) => `https://bulk-${n % 500}.carrel-bench.org/${n}`)
      const rows = [...(await beside(core, 'save 5,000 links', () => core.call('item.save', { links })))]
      const ids = (await core.call('item.list', { limit: 10_000 })).items.map(({ id }): ItemId => id)
      const many = `${ids.length.toLocaleString('en')} items`
      rows.push(...(await beside(core, `move ${many} to the trash`, () => core.call('item.move', { ids, place: 'trash' }))))
      rows.push(...(await beside(core, `empty the trash of ${many}`, () => core.call('item.emptyTrash', {}))))
      return rows
    } finally {
      await core.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** Runs `work` and meanwhile asks for a list again and again; the slowest of those is what the reader would feel. */
async function beside(core: BenchCore, what: string, work: () => Promise<unknown>): Promise<readonly BenchRow[]> {
  const begun = performance.now()
  let done = false
  const working = work().then(() => {
    done = true
    return performance.now() - begun
  })
  let slowest = 0
  while (!done) {
    const asked = performance.now()
    await core.call('item.list', { limit: 50 })
    slowest = Math.max(slowest, performance.now() - asked)
    await pause(5)
  }
  return [told(what, `${((await working) / 1_000).toFixed(2)} s`), below('  slowest list meanwhile', slowest, 100, 'ms')]
}
