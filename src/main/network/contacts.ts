// Remembers whom this process asked, for the screen that shows it. In memory only: it is nobody's record.
import type { NetworkRequest } from './network.ts'

export type Contact = { readonly host: string; readonly at: number; readonly purpose: NetworkRequest['purpose'] }

export type Contacts = { note(contact: Contact): void; list(): readonly Contact[] }

/** Keeps the latest `most` contacts, oldest first. */
export function rememberContacts(most = 500): Contacts {
  const kept: Contact[] = []
  return {
    note(contact) {
      kept.push(contact)
      if (kept.length > most) kept.shift()
    },
    list: () => [...kept],
  }
}
