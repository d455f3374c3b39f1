// A recording fetched because the reader asked for it: offered by an open platform, streamed to the disk, kept beside the talk's words.
import { talkLink } from '../../../shared/address/talk-link.ts'
import { Failure, type FailureCode } from '../../../shared/failure.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import { mostRecordingBytes, type RecordingOffer } from '../../../shared/recording.ts'
import type { ItemRecord } from '../../cache/cache.ts'
import type { StreamedFile } from '../../platform/streamed-file.ts'
import { findRecordings } from '../../talks/recordings/find-recordings.ts'
import { recordingName, recordingType } from '../../talks/recordings/recording-type.ts'
import { privateHostsOf } from '../saving/private-hosts.ts'
import type { JobTools, Tools } from '../tools.ts'

/** What was not told beforehand is made room for as it comes, so much at a time. */
const roomBytes = 64_000_000

/** What the platform of a talk offers. Throws talk.to-find, recording.none, and what the network throws. */
export async function recordingOffers(
  record: ItemRecord,
  { network }: Pick<Tools, 'network'>,
  signal: AbortSignal,
): Promise<readonly RecordingOffer[]> {
  const { item, originalLink } = record
  if (item.state === 'to-find') throw new Failure('talk.to-find', { id: item.id })
  const link = talkLink(item.url) ?? talkLink(originalLink)
  return findRecordings({ link, host: item.host, privateHosts: privateHostsOf(record), signal }, { network })
}

/** What a file that has come in part is kept for: the next try may have the rest. */
const passes: ReadonlySet<FailureCode> = new Set([
  'network.offline',
  'page.unreachable',
  'page.timeout',
  'page.busy',
  'page.broken',
  'page.garbled',
])

/**
 * Fetches the address the job names. One that was ended in the middle goes on where it was, where the site has the same file still and sends
 * the rest of it; otherwise it begins again. Throws recording.unreadable, recording.too-large, cache.full, and what the network throws.
 */
export async function fetchRecording(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  const { cache, network, signal, job } = tools
  const url = job.wanted
  if (url === null || !URL.canParse(url)) throw new Failure('link.invalid', { link: url ?? '' })
  const host = new URL(url).host
  const left = await cache.recordings.left(job.id)
  let file = left?.file ?? null
  let origin = left?.origin.url === url ? left.origin : null
  try {
    let size: number | null = null
    let room = 0
    const answer = await network.request({
      url,
      purpose: 'details',
      headers: { accept: 'video/*,audio/*,*/*;q=0.5' },
      maxBytes: mostRecordingBytes,
      privateHosts: privateHostsOf(record),
      into: {
        held() {
          if (file === null || origin === null || file.bytes() >= origin.bytes) return null
          return { bytes: file.bytes(), validator: origin.validator }
        },
        async begin({ bytes, from, validator }) {
          size = bytes
          tools.report('fetching', from, bytes ?? 0)
          room = bytes === null ? roomBytes : bytes - from
          await cache.storage.makeRoom(room)
          if (from > 0) return
          await file?.leave()
          origin = bytes === null || bytes === 0 || validator === null ? null : { url, validator, bytes }
          file = await cache.recordings.begin(job.id, origin)
        },
        async write(part) {
          if (file === null) return
          if (size === null && file.bytes() + part.length > room) {
            await cache.storage.makeRoom(room + roomBytes)
            room += roomBytes
          }
          await file.write(part)
          // A page that says "not found" in a thousand words is no recording: known at the first bytes.
          if (file.bytes() >= 16 && file.bytes() - part.length < 16 && recordingType(file.head()) === null)
            throw new Failure('recording.unreadable', { host })
          tools.report('fetching', file.bytes(), size ?? 0)
        },
      },
      signal,
    })
    if (answer.status < 200 || answer.status > 299) throw new Failure('page.refused', { host, status: answer.status })
    return await keepRecording(record, file, answer.url, tools)
  } catch (error) {
    if (origin !== null && goesOnLater(error, tools)) await file?.leave()
    else await file?.drop()
    if (error instanceof Failure && error.code === 'page.too-large')
      throw new Failure('recording.too-large', { maxBytes: mostRecordingBytes }, { cause: error })
    throw error
  }
}

/**
 * A job the reader took back wants nothing any more; one that was stopped with the program, or that the network failed, does. A site that sends
 * another part than the one asked for (206) is asked for all of it the next time.
 */
function goesOnLater(error: unknown, { signal, cache, job }: JobTools): boolean {
  if (signal.aborted) return !cache.jobs.isCancelled(job.id)
  return error instanceof Failure && passes.has(error.code) && error.facts.status !== 206
}

async function keepRecording(
  record: ItemRecord,
  file: StreamedFile | null,
  url: string,
  { cache, report }: JobTools,
): Promise<ItemSummary> {
  const mime = file && recordingType(file.head())
  if (!file || !mime) throw new Failure('recording.unreadable', { host: new URL(url).host })
  report('storing', 0, 0)
  await cache.recordings.keep(record.item.id, file, { mime, name: recordingName(url, mime), url })
  return cache.items.get(record.item.id).item
}
