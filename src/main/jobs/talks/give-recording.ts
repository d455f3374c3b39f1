// A recording the reader has as a file: it comes in parts through any door, and goes to the disk as it comes.
import { Failure } from '../../../shared/failure.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { Recording } from '../../../shared/recording.ts'
import type { Cache } from '../../cache/cache.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import type { StreamedFile } from '../../platform/streamed-file.ts'
import { recordingType } from '../../talks/recordings/recording-type.ts'

export type GivenRecordings = {
  /** Throws item.unknown, talk.to-find, cache.full. */
  begin(given: { readonly id: ItemId; readonly name: string; readonly bytes: number }): Promise<string>
  /** Parts come in order; answers how much is here. Throws recording.cut-off, recording.unreadable (at the first part), cache.full. */
  part(upload: string, at: number, bytes: Uint8Array): Promise<number>
  /** Throws recording.cut-off when not all of it is here. */
  finish(upload: string): Promise<{ readonly recording: Recording; readonly before: Recording | null }>
  abandon(upload: string): Promise<number>
  close(): Promise<void>
}

type Upload = {
  readonly id: ItemId
  readonly name: string
  readonly size: number
  readonly file: StreamedFile
  /** One part after the other. */
  last: Promise<unknown>
  touched: number
}

/** What nobody went on with for so long is let go; and more at once than anybody gives. */
const restMs = 10 * 60_000
const mostAtOnce = 8

export function openGivenRecordings({ cache, clock, ids }: { cache: Cache; clock: Clock; ids: Ids }): GivenRecordings {
  const uploads = new Map<string, Upload>()

  async function letGo(key: string): Promise<number> {
    const upload = uploads.get(key)
    if (!upload) return 0
    uploads.delete(key)
    await upload.last.catch(() => undefined)
    await upload.file.drop()
    return 1
  }
  async function letRest(): Promise<void> {
    const old = [...uploads].filter(([, { touched }]) => clock.now() - touched > restMs)
    const crowd = uploads.size - old.length >= mostAtOnce ? [...uploads].slice(0, 1) : []
    for (const [key] of [...old, ...crowd]) await letGo(key)
  }
  function known(key: string): Upload {
    const upload = uploads.get(key)
    if (!upload) throw new Failure('recording.cut-off')
    upload.touched = clock.now()
    return upload
  }
  /** In turn, also when parts are sent at once. */
  function inTurn<T>(upload: Upload, work: () => Promise<T>): Promise<T> {
    const next = upload.last.catch(() => undefined).then(work)
    upload.last = next
    next.catch(() => undefined)
    return next
  }

  return {
    async begin({ id, name, bytes }) {
      if (cache.items.get(id).item.state === 'to-find') throw new Failure('talk.to-find', { id })
      await letRest()
      await cache.storage.makeRoom(bytes)
      const key = ids.random()
      const file = await cache.recordings.begin(key)
      uploads.set(key, { id, name: name.split(/[\\/]/).at(-1) || name, size: bytes, file, last: Promise.resolve(), touched: clock.now() })
      return key
    },
    part(key, at, bytes) {
      const upload = known(key)
      return inTurn(upload, async () => {
        const { file, size, name } = upload
        if (at !== file.bytes() || at + bytes.length > size) throw new Failure('recording.cut-off')
        const head = at === 0 ? recordingType(bytes) : null
        if (at === 0 && head === null) {
          uploads.delete(key)
          await file.drop()
          throw new Failure('recording.unreadable', { name })
        }
        await file.write(bytes)
        return file.bytes()
      })
    },
    finish(key) {
      const upload = known(key)
      return inTurn(upload, async () => {
        const { file, id, name, size } = upload
        uploads.delete(key)
        try {
          const mime = recordingType(file.head())
          if (file.bytes() !== size) throw new Failure('recording.cut-off')
          if (mime === null) throw new Failure('recording.unreadable', { name })
          const before = cache.recordings.of(id)
          const recording = await cache.recordings.keep(id, file, { mime, name, url: null })
          cache.jobs.settleFailed(id, ['recording'])
          return { recording, before }
        } finally {
          await file.drop()
        }
      })
    },
    abandon: letGo,
    async close() {
      for (const key of [...uploads.keys()]) await letGo(key)
    },
  }
}
