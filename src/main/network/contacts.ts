// Counts whom this process asked, host by host, until somebody keeps it (jobs/house/keep-contacts.ts). In memory only.
import { Fault } from './faults.ts'
import type { NetworkRequest } from './network.ts'

export type Contact = { readonly host: string; readonly at: number; readonly purpose: NetworkRequest['purpose'] }

/** What happened with one host; times in ms since 1970. */
export type HostContact = {
  readonly host: string
  readonly firstAt: number
  readonly lastAt: number
  readonly requests: number
  readonly purposes: readonly NetworkRequest['purpose'][]
}

export type Contacts = {
  note(contact: Contact): void
  /** Everything since the last time, and forgets it. */
  take(): readonly HostContact[]
}

export function countContacts(): Contacts {
  let hosts = new Map<string, HostContact>()
  return {
    note({ host, at, purpose }) {
      const known = hosts.get(host)
      hosts.set(host, {
        host,
        firstAt: known?.firstAt ?? at,
        lastAt: at,
        requests: (known?.requests ?? 0) + 1,
        purposes: [...new Set([...(known?.purposes ?? []), purpose])],
      })
    },
    take() {
      const taken = [...hosts.values()]
      hosts = new Map()
      return taken
    },
  }
}

/** True when a request failed at connecting itself: not for a name nobody knows, not for what the guard struck out. */
export function wasTried(error: unknown): boolean {
  if (!(error instanceof Fault)) return false
  const { code, facts } = error.failure
  return code !== 'link.private' && code !== 'network.offline' && facts.reason !== 'no-such-name' && facts.reason !== 'blocked-name'
}
