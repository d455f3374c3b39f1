// What every journey is given: the shelves, the way out, the extract processes, the clock. Values, never globals.
import type { JobProgress } from '../../shared/job.ts'
import type { Settings } from '../../shared/settings.ts'
import type { PictureRoom } from '../assets/picture-room.ts'
import type { Cache, Job } from '../cache/cache.ts'
import type { ExtractPool } from '../extract/extract-pool.ts'
import type { OpenNetwork } from '../network/request.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { SearchIndex } from '../search/search-index.ts'

export type Tools = {
  readonly cache: Cache
  readonly network: OpenNetwork
  readonly pool: ExtractPool
  readonly index: SearchIndex
  /** What all jobs together may hold of pictures. */
  readonly pictures: PictureRoom
  readonly clock: Clock
  readonly log: Log
}

/** The tools of one running job: cancelled through `signal`, heard through `report`. */
export type JobTools = Tools & {
  readonly job: Job
  readonly settings: Settings
  readonly signal: AbortSignal
  report(stage: JobProgress['stage'], done: number, total: number): void
}
