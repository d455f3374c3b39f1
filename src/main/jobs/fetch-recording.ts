// A recording fetched because the reader asked for it: offered by an open platform, streamed to the disk, kept beside the talk's words.
import { talkLink } from '../../shared/address/talk-link.ts'
import { Failure } from '../../shared/failure.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { mostRecordingBytes, type RecordingOffer } from '../../shared/recording.ts'
import type { ItemRecord } from '../cache/cache.ts'
import type { StreamedFile } from '../platform/streamed-file.ts'
import { findRecordings } from '../talks/recordings/find-recordings.ts'
import { recordingName, recordingType } from '../talks/recordings/recording-type.ts'
import { privateHostsOf } from './private-hosts.ts'
import type { JobTools, Tools } from './tools.ts'

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

/**
 * Fetches the address the job names. A job that was ended in the middle begins again, over what it had written. Throws recording.unreadable,
 * recording.too-large, cache.full, and what the network throws.
 */
export async function fetchRecording(record: ItemRecord, tools: JobTools): Promise<ItemSummary> {
  const { cache, network, signal, job } = tools
  const url = job.wanted
  if (url === null || !URL.canParse(url)) throw new Failure('link.invalid', { link: url ?? '' })
  const host = new URL(url).host
  let file: StreamedFile | null = null
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
        async begin(bytes) {
          size = bytes
          room = bytes ?? roomBytes
          tools.report('fetching', 0, bytes ?? 0)
          await cache.storage.makeRoom(room)
          file = await cache.recordings.begin(job.id)
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
    if (error instanceof Failure && error.code === 'page.too-large')
      throw new Failure('recording.too-large', { maxBytes: mostRecordingBytes }, { cause: error })
    throw error
  } finally {
    await dropped(file)
  }
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

async function dropped(file: StreamedFile | null): Promise<void> {
  await file?.drop()
}
