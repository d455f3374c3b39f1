// An import: how fast beside a plain loop and beside percollate, what it costs in memory, and whether the window stays quick meanwhile.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, BenchOptions } from '../bench.ts'
import { type BenchRow, below, timesPeer, told } from '../bench-rows.ts'
import { type CorpusPage, readCorpus } from '../corpus-pages.ts'
import { median, quantile } from '../figures.ts'
import { madePages } from '../made/made-pages.ts'
import { openSite, type Site } from '../open-site.ts'
import { childrenOf, watchMemory } from '../peak-memory.ts'
import { installPeers } from '../peers/install-peers.ts'
import { type Peer, startPeer } from '../peers/start-peer.ts'
import { type BenchCore, startBenchCore } from '../programs/core-client.ts'
import { type CallTimes, callThroughTheDoor } from './door-callers.ts'

/** The pages are saved in turns, everybody the same ones one after the other, so that a machine that slows down slows them all. */
const turns = 5

export const importBench: Bench = {
  name: 'import',
  title: ({ corpus, pages }) => `Import of ${pages} ${corpus === null ? 'made' : 'real'} pages`,
  run: runImport,
}

type Turn = { readonly ours: number; readonly plain: number; readonly percollate: number | null }

async function runImport(options: BenchOptions): Promise<readonly BenchRow[]> {
  const corpus = options.corpus ?? (await madePages(options.pages))
  const pages = await readCorpus(corpus, options.pages)
  const site = await openSite(corpus, options.pages)
  const folder = await mkdtemp(join(tmpdir(), 'carrel-bench-import-'))
  const core = await startBenchCore(options.programs, { library: join(folder, 'library'), site })
  const plain = await startPeer(new URL('../peers/plain-loop.ts', import.meta.url))
  const percollate = installPeers() ? await startPeer(new URL('../peers/percollate-loop.ts', import.meta.url)) : null
  if (plain === null) throw new Error('the plain loop could not be started')
  const programs = new Map<number, string>()
  const memory = watchMemory(() => {
    for (const [pid, name] of childrenOf(core.pid)) programs.set(pid, name)
    return [core.pid, ...programs.keys(), plain.pid]
  })
  const times: Turn[] = []
  const calls: CallTimes[] = []
  const delays: { readonly p99Ms: number; readonly maxMs: number }[] = []
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      const own = pages.filter((_page, n) => n % turns === turn)
      const saving = await saveAll(core, own)
      calls.push(saving.calls)
      delays.push(saving.delay)
      const peerTurn = (name: string, peer: Peer) => runPeer(peer, own, site, join(folder, `${name}-${turn}`))
      times.push({
        ours: saving.seconds,
        plain: await peerTurn('plain', plain),
        percollate: percollate && (await peerTurn('percollate', percollate)),
      })
      options.say(`import: turn ${turn + 1} of ${turns}`)
    }
    const peaks = memory.stop()
    return [...speedRows(pages.length, times), ...memoryRows(peaks, core, plain, programs), ...answerRows(delays, calls)]
  } finally {
    memory.stop()
    plain.close()
    percollate?.close()
    await core.close()
    await site.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function saveAll(core: BenchCore, pages: readonly CorpusPage[]) {
  const door = callThroughTheDoor(core)
  await core.watchLoop()
  const begun = performance.now()
  await core.call('item.save', { links: pages.map(({ url }) => url) })
  await core.settled()
  const seconds = (performance.now() - begun) / 1_000
  return { seconds, delay: await core.loopDelay(), calls: await door.stop() }
}

async function runPeer(peer: Peer, pages: readonly CorpusPage[], site: Site, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  return (await peer.run({ pages, folder, site: { port: site.port } })).seconds
}

function speedRows(pages: number, times: readonly Turn[]): readonly BenchRow[] {
  const total = (of: (turn: Turn) => number) => times.reduce((sum, turn) => sum + of(turn), 0)
  const rate = (of: (turn: Turn) => number) => `${(pages / total(of)).toFixed(1)} pages/s`
  const ratio = (of: (turn: Turn) => number) => median(times.map((turn) => of(turn) / turn.ours))
  const rows = [
    told(
      'saved by Carrel: article, pictures, index',
      rate((turn) => turn.ours),
    ),
    told(
      'saved by the plain loop: article alone',
      rate((turn) => turn.plain),
    ),
    timesPeer(
      'Carrel beside the plain loop (median of the turns)',
      ratio((turn) => turn.plain),
      1,
      1.5,
    ),
  ]
  if (times.some(({ percollate }) => percollate === null)) return [...rows, told('percollate', 'not had', 'no registry')]
  return [
    ...rows,
    told(
      'saved by percollate: article alone',
      rate((turn) => turn.percollate ?? 0),
    ),
    timesPeer(
      'Carrel beside percollate (median of the turns)',
      ratio((turn) => turn.percollate ?? 0),
      1,
      null,
    ),
  ]
}

function memoryRows(
  peaks: ReadonlyMap<number, number>,
  core: BenchCore,
  plain: Peer,
  programs: ReadonlyMap<number, string>,
): readonly BenchRow[] {
  const main = peaks.get(core.pid)
  if (main === undefined) return [told('peak memory', 'unknown', 'no /proc here')]
  const megabytes = (bytes: number) => bytes / 1e6
  return [
    below('peak memory, main process', megabytes(main), 250, 'MB'),
    ...[...programs].map(([pid, name]) => below(`peak memory, ${name} ${pid}`, megabytes(peaks.get(pid) ?? 0), 500, 'MB')),
    told('peak memory, the plain loop', `${megabytes(peaks.get(plain.pid) ?? 0).toFixed(0)} MB`),
  ]
}

function answerRows(
  delays: readonly { readonly p99Ms: number; readonly maxMs: number }[],
  calls: readonly CallTimes[],
): readonly BenchRow[] {
  const names = [...new Set(calls.flatMap((times) => [...times.keys()]))]
  return [
    below('event loop of the main process, p99 (median of the turns)', median(delays.map(({ p99Ms }) => p99Ms)), 20, 'ms'),
    told('event loop of the main process, longest', `${Math.max(...delays.map(({ maxMs }) => maxMs)).toFixed(0)} ms`),
    ...names.flatMap((name) => {
      const all = calls.flatMap((times) => times.get(name) ?? [])
      return [
        told(`${name} meanwhile, p50`, `${median(all).toFixed(1)} ms`),
        below(`${name} meanwhile, slowest of ${all.length}`, quantile(all, 1), 100, 'ms'),
      ]
    }),
  ]
}
