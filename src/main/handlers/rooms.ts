// What handlers are given: the rooms, opened once by core.ts.
import type { ItemId } from '../../shared/item.ts'
import type { IndexFeed } from '../jobs/finding/feed-index.ts'
import type { ChangesFeed } from '../jobs/house/changes-feed.ts'
import type { KeptBackups } from '../jobs/house/keep-backups.ts'
import type { KeptContacts } from '../jobs/house/keep-contacts.ts'
import type { Queue } from '../jobs/queue/queue.ts'
import type { GivenRecordings } from '../jobs/talks/give-recording.ts'
import type { PlayerPages } from '../jobs/talks/player-pages.ts'
import type { Tools } from '../jobs/tools.ts'

export type Rooms = {
  readonly tools: Tools
  readonly queue: Queue
  readonly indexFeed: IndexFeed
  readonly changes: ChangesFeed
  readonly role: 'long-lived' | 'short'
  readonly library: string
  readonly version: string
  readonly openPath: ((path: string) => Promise<boolean>) | undefined
  readonly openWindow: ((itemId: ItemId) => Promise<boolean>) | undefined
  readonly opensAtLogin: boolean
  readonly keptContacts: KeptContacts
  readonly backups: KeptBackups
  readonly givenRecordings: GivenRecordings
  readonly playerPages: PlayerPages
}
