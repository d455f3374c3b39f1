// All handlers in one table; the compiler asks for every call of the contract.

import { doctorHandlers } from './doctor.ts'
import { documentHandlers } from './document.ts'
import type { Handlers } from './handler.ts'
import { highlightHandlers } from './highlight.ts'
import { itemHandlers } from './item.ts'
import { jobHandlers } from './job.ts'
import { libraryHandlers } from './library.ts'
import { listHandlers } from './list.ts'
import { networkHandlers } from './network.ts'
import { recordingHandlers } from './recording.ts'
import type { Rooms } from './rooms.ts'
import { searchHandlers } from './search.ts'
import { seriesHandlers, siteHandlers } from './series.ts'
import { settingsHandlers } from './settings.ts'
import { storageHandlers } from './storage.ts'
import { tagHandlers } from './tag.ts'
import { markHandlers, talkHandlers } from './talk.ts'
import { windowHandlers } from './window.ts'

/** One handler for every call. */
export function openHandlers(rooms: Rooms): Handlers {
  return {
    ...itemHandlers(rooms),
    ...searchHandlers(rooms),
    ...jobHandlers(rooms),
    ...settingsHandlers(rooms),
    ...storageHandlers(rooms),
    ...documentHandlers(rooms),
    ...doctorHandlers(rooms),
    ...highlightHandlers(rooms),
    ...networkHandlers(rooms),
    ...tagHandlers(rooms),
    ...seriesHandlers(rooms),
    ...siteHandlers(rooms),
    ...libraryHandlers(rooms),
    ...listHandlers(rooms),
    ...talkHandlers(rooms),
    ...markHandlers(rooms),
    ...recordingHandlers(rooms),
    ...windowHandlers(rooms),
  }
}
