// Documents are opened by the system's own viewer.
import { openDocument } from '../jobs/reading/open-document.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function documentHandlers({ tools, openPath }: Rooms): HandlersFor<'document'> {
  return { 'document.openOutside': ({ copy }) => openDocument(copy, tools.cache, openPath) }
}
