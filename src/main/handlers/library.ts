// Calls about the library as a whole.
import { saveWelcome } from '../jobs/given-pages/save-welcome.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function libraryHandlers({ tools, queue }: Rooms): HandlersFor<'library'> {
  return { 'library.welcome': () => saveWelcome({ ...tools, queue }) }
}
