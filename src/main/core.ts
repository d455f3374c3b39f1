// openCore(): builds the rooms once and hands out { call, listen, respond, settled, close }. Every door opens this and nothing below it.
import { availableParallelism } from 'node:os'
import type { Answer, PublishedEvent } from '../shared/contract.ts'
import { Failure } from '../shared/failure.ts'
import { firstQuestions } from '../shared/first-questions.ts'
import type { ItemId } from '../shared/item.ts'
import type { ListPreview } from '../shared/reading-list.ts'
import type { RepairReport } from '../shared/repair-report.ts'
import { answer, answerAll } from './answer.ts'
import { openPictureRoom } from './assets/picture-room.ts'
import { openCache } from './cache/open-cache.ts'
import { repairLibrary as repair } from './cache/repair/repair-library.ts'
import { openResponder, type Respond } from './documents/respond.ts'
import { openExtractPool } from './extract/pool.ts'
import { decodeText } from './fetch/charset.ts'
import { sniffKind } from './fetch/page-kind.ts'
import { openHandlers } from './handlers/open-handlers.ts'
import { type IndexFeed, openIndexFeed } from './jobs/finding/feed-index.ts'
import { openChangesFeed } from './jobs/house/changes-feed.ts'
import { openBackups } from './jobs/house/keep-backups.ts'
import { openKeptContacts } from './jobs/house/keep-contacts.ts'
import { openKeeper } from './jobs/house/keep-house.ts'
import { type ResolvedList, resolveList } from './jobs/lists/resolve-list.ts'
import { openQueue } from './jobs/queue/queue.ts'
import { openGivenRecordings } from './jobs/talks/give-recording.ts'
import { openPlayerPages } from './jobs/talks/player-pages.ts'
import { type NetworkOptions, openNetwork } from './network/request.ts'
import { withSystemProxy } from './network/system-proxy.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { entryFile, rendererFolder } from './platform/entry-file.ts'
import { type Ids, randomIds } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import { type ReadListOptions, readList } from './reading-lists/read-list.ts'
import { openSearchIndex } from './search/open-index.ts'

export type CoreOptions = {
  /** Absolute folder of the library; made when missing. */
  readonly library: string
  /** long-lived: window and server, which run the queue and keep house; short: a command, which does only its own work. */
  readonly role: 'long-lived' | 'short'
  readonly version: string
  readonly log: Log
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly clock?: Clock
  readonly ids?: Ids
  /** Additions to the network's options: certificates, a resolver for measuring and tests. */
  readonly network?: Partial<NetworkOptions>
  /** Opens a file with the system's viewer; answers whether it could. */
  readonly openPath?: (path: string) => Promise<boolean>
  /** Opens an item in a window of its own; answers whether it could. Left out where there are no windows of ours. */
  readonly openWindow?: (itemId: ItemId) => Promise<boolean>
  /** True when this program can be opened at login. */
  readonly opensAtLogin?: boolean
}

export type Core = {
  readonly library: string
  /** Answers a call of the contract by name; never throws. */
  call(name: string, input: unknown): Promise<Answer>
  /** Tells every published event until the returned function is called. */
  listen(hear: (event: PublishedEvent) => void): () => void
  /** Bytes for a path of our own origin: the renderer's files, cached copies, pictures; a part of a recording as a place in its file. */
  readonly respond: Respond
  /** Ends when every job of this process has ended and the index holds all of it. */
  settled(): Promise<void>
  /** Process ids of the extract processes, for measuring. */
  extractPids(): readonly number[]
  close(): Promise<void>
}

/** Opens a library. Throws Failures of the cache: cache.newer, cache.damaged, cache.read-only, cache.cloud-folder … */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { library, log, clock = systemClock, ids = randomIds } = options
  const env = await withSystemProxy(options.env ?? {})
  const cache = await openCache({ folder: library, clock, ids, log, role: options.role })
  // What cannot be written needs no house to be kept.
  const role = cache.readOnly ? 'short' : options.role
  const network = openNetwork({ clock, log, version: options.version, env, proxy: cache.settings.get().proxy, ...options.network })
  const pool = openExtractPool({ size: poolSize(), entry: entryFile('extract-process', 'extract'), log, clock })
  const index = openSearchIndex({ folder: library, workerEntry: entryFile('index-worker', 'search'), log })
  const tools = { cache, network, pool, index, pictures: openPictureRoom(), clock, log }

  const indexFeed = cache.readOnly ? noFeed : openIndexFeed({ outbox: cache.outbox, index, log })
  const changes = openChangesFeed({
    cache,
    log,
    poll: role === 'long-lived',
    elsewhere: () => queue.wake(),
    changed: () => void indexFeed.feed(),
  })
  const queue = openQueue({ tools, role, changed: () => changes.tell() })
  const backups = openBackups({ cache, clock, ids, log })
  const keeper = role === 'long-lived' ? openKeeper({ cache, queue, changes, backups, log }) : null
  const keptContacts = openKeptContacts({ cache, network, log })
  const playerPages = openPlayerPages({ clock, ids })
  const givenRecordings = openGivenRecordings({ cache, clock, ids })
  const handlers = openHandlers({
    tools,
    queue,
    indexFeed,
    changes,
    role,
    library,
    version: options.version,
    openPath: options.openPath,
    openWindow: options.openWindow,
    opensAtLogin: options.opensAtLogin ?? false,
    keptContacts,
    backups,
    givenRecordings,
    playerPages,
  })
  const respond = openResponder({
    rendererFolder: rendererFolder(),
    copies: cache.copies,
    blobs: cache.blobs,
    recordings: cache.recordings,
    players: playerPages,
    firstAnswers: () => answerAll(handlers, log, firstQuestions(cache.settings.get().sort)),
  })
  if (role === 'long-lived') void indexFeed.feed()

  return {
    library,
    call: async (name, input) => {
      const answered = await answer(handlers, log, name, input)
      changes.tell()
      return answered
    },
    listen: (hear) => changes.listen(hear),
    respond,
    async settled() {
      await queue.idle()
      await indexFeed.feed()
    },
    extractPids: () => pool.pids(),
    async close() {
      keeper?.close()
      backups.close()
      await queue.close()
      await givenRecordings.close()
      changes.close()
      await indexFeed.close()
      await Promise.allSettled([index.close(), pool.close(), network.close()])
      keptContacts.close()
      cache.close()
    },
  }
}

/** What cannot be written is searched in the index that is there. */
const noFeed: IndexFeed = { feed: async () => undefined, close: async () => undefined }

/** Repairs a library that nobody has open (cache/repair/). Throws cache.busy, cache.newer, cache.full, cache.read-only, cache.gone. */
export function repairLibrary(options: { readonly library: string; readonly log: Log }): Promise<RepairReport> {
  return repair({ folder: options.library, clock: systemClock, ids: randomIds, log: options.log, role: 'short' })
}

/** The extract processes alone, for cleaning pages without a library and without the network. */
export function openExtractor(log: Log): { readonly pool: ReturnType<typeof openExtractPool>; readonly size: number } {
  const size = poolSize()
  return { size, pool: openExtractPool({ size, entry: entryFile('extract-process', 'extract'), log, clock: systemClock }) }
}

/** The text of a page given as bytes, decoded as a fetched one would be. Throws page.not-html for a PDF, a picture, a plain text. */
export function pageText(bytes: Uint8Array): string {
  const { kind, mime } = sniffKind(bytes, null, '')
  if (kind !== 'html') throw new Failure('page.not-html', { mime })
  return decodeText(bytes, null, 'html').text
}

/** The text of a file of recommendations. */
export function listText(bytes: Uint8Array): string {
  return decodeText(bytes, null, 'text').text
}

/** Completes a list's cut links from the pages it names, without a library. `chosen`: addresses the reader vouches for. */
export async function resolvedList(
  list: ListPreview,
  { chosen, env, version, log }: { readonly chosen: readonly string[] } & Required<Pick<CoreOptions, 'env' | 'version' | 'log'>>,
): Promise<ResolvedList> {
  const network = openNetwork({ clock: systemClock, log, version, env: await withSystemProxy(env) })
  try {
    return await resolveList(list, { chosen, signal: AbortSignal.timeout(60_000), tools: { network, clock: systemClock } })
  } finally {
    await network.close()
  }
}

/** The list a file of recommendations holds, without a library and without the network. Throws file.too-large. */
export function previewList(bytes: Uint8Array, options: ReadListOptions): ListPreview {
  return readList(listText(bytes), options)
}

/** One process a core: cleaning is pure computing. More than four would cost memory for pages that wait for the network anyway. */
function poolSize(): number {
  return Math.max(1, Math.min(4, availableParallelism()))
}

export type { ResolvedList } from './jobs/lists/resolve-list.ts'
