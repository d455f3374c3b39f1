// Saves every page of a corpus through the real core and says what became of each: a copy, or a failure of the closed list.
// Usage: npm run try-corpus -- <folder> [--limit N] [--list]   (--list names every page that did not become complete)
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openCore } from '../src/main/core.ts'
import { lineLog } from '../src/main/platform/log.ts'
import type { CallName, InputOf, OutputOf } from '../src/shared/contract.ts'
import { type CorpusPage, readCorpus } from './corpus-pages.ts'
import { corpusTable, type Outcome, outcomeOf } from './corpus-table.ts'
import { openSite } from './open-site.ts'
import { watchMemory } from './peak-memory.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: 'Infinity' }, list: { type: 'boolean', default: false } },
})
const [folder] = positionals
const limit = Number(values.limit)
if (folder === undefined || Number.isNaN(limit)) {
  process.stderr.write('usage: npm run try-corpus -- <folder with index.ndjson> [--limit N] [--list]\n')
  process.exit(2)
}

const pages = await readCorpus(folder, limit)
const site = await openSite(folder, limit)
const library = await mkdtemp(path.join(tmpdir(), 'carrel-corpus-'))
const core = await openCore({
  library,
  role: 'long-lived',
  version: '0.0.0-bench',
  log: lineLog((line) => process.stderr.write(`${line}\n`), 'error'),
  network: { resolver: async () => [{ address: '127.0.0.1', port: site.port }], allowResolvedPrivate: true, extraCa: [site.certificate] },
})
const memory = watchMemory(() => [process.pid, ...core.extractPids()])
const stopTelling = tellProgress(pages.length)

const startedAt = performance.now()
const saved = await call('item.save', { links: pages.map(({ url }) => url) })
await core.settled()
const seconds = (performance.now() - startedAt) / 1_000

stopTelling()
const items = new Map((await call('item.list', { limit: 10_000 })).items.map((item) => [item.id, item]))
const outcomes: Outcome[] = pages.map((page, at) => outcomeOf(page, saved.results[at], items))
const peaks = memory.stop()
const served = await site.close()
process.stdout.write(
  corpusTable({
    outcomes,
    items: [...items.values()],
    seconds,
    peaks,
    mainPid: process.pid,
    served,
    moved: countMoved(pages),
    list: values.list,
  }),
)
await core.close()
await rm(library, { recursive: true, force: true })
process.exitCode = outcomes.some(({ end }) => end === 'neither') ? 1 : 0

async function call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answered = await core.call(name, input)
  if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.failure)}`)
  // The core checked it against the contract under this very name.
  return answered.value as OutputOf<N>
}

function countMoved(all: readonly CorpusPage[]): number {
  return all.filter(({ moved }) => moved).length
}

function tellProgress(total: number): () => void {
  const ended = new Set<string>()
  const stopListening = core.listen((event) => {
    if (event.name === 'item.changed' && event.value.state !== 'waiting') ended.add(event.value.id)
  })
  const timer = setInterval(() => process.stderr.write(`${ended.size} of ${total}\n`), 5_000)
  return () => {
    clearInterval(timer)
    stopListening()
  }
}
