// Carries whom the network asked to the shelf that keeps it: in small batches, so that a page of 200 pictures is one write.
import type { Cache } from '../../cache/cache.ts'
import type { HostContacts } from '../../cache/contacts.ts'
import type { OpenNetwork } from '../../network/request.ts'
import type { Log } from '../../platform/log.ts'

const everyMs = 3_000

export type KeptContacts = {
  /** Of every process, up to this moment; the last contacted first. */
  list(): readonly HostContacts[]
  forget(): number
  /** Writes what is still in memory. */
  close(): void
}

export function openKeptContacts({ cache, network, log }: { cache: Cache; network: OpenNetwork; log: Log }): KeptContacts {
  const timer = setInterval(write, everyMs)
  timer.unref()

  function write(): void {
    try {
      cache.contacts.note(network.takeContacts())
    } catch (error) {
      // A full disk must not end a process for the sake of a list.
      log.write('warn', 'contacted hosts could not be noted', { error })
    }
  }

  return {
    list() {
      write()
      return cache.contacts.list()
    },
    forget() {
      write()
      return cache.contacts.forget()
    },
    close() {
      clearInterval(timer)
      write()
    },
  }
}
