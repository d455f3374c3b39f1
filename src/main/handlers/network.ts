// Calls about whom this machine was asked to contact.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function networkHandlers({ keptContacts }: Rooms): HandlersFor<'network'> {
  return {
    'network.contacts': () => ({ hosts: [...keptContacts.list()] }),
    'network.forgetContacts': () => ({ done: keptContacts.forget() }),
  }
}
