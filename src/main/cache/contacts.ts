// Hosts this machine was asked to contact: remembered here alone, shown to the reader, forgotten when he says so. Never synced.
// Other processes write theirs seconds later: a row of no host keeps the moment of forgetting, so that nothing from before it comes back.
import type { z } from 'zod'
import type { ContactedHost } from '../../shared/calls/house-calls.ts'
import { jsonOf, numberOf, textOf } from './columns.ts'
import type { Library } from './library.ts'

export type HostContacts = z.output<typeof ContactedHost>
type NewContacts = Omit<HostContacts, 'purposes'> & { readonly purposes: readonly string[] }

export type ContactShelf = {
  /** Adds what happened since the last time to what is known of each host; what was forgotten meanwhile stays so. */
  note(hosts: readonly NewContacts[]): void
  /** The last contacted first. */
  list(): readonly HostContacts[]
  /** Answers how many were forgotten. */
  forget(): number
}

const noHost = ''

export function openContacts({ database, clock }: Library): ContactShelf {
  /** 0 when nothing was ever forgotten, and when that lies ahead of a clock that was set back since. */
  function forgottenAt(): number {
    const at = Number(database.get('SELECT last_at FROM contacts WHERE host = ?', noHost)?.last_at ?? 0)
    return at <= clock.now() ? at : 0
  }

  return {
    note(hosts) {
      if (hosts.length === 0) return
      database.transaction(() => {
        const forgotten = forgottenAt()
        for (const { host, firstAt, lastAt, requests, purposes } of hosts) {
          if (lastAt <= forgotten) continue
          const before = database.get('SELECT purposes FROM contacts WHERE host = ?', host)
          const known = before ? jsonOf<readonly string[]>(before, 'purposes') : []
          database.run(
            `INSERT INTO contacts VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
              first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at),
              requests = requests + excluded.requests, purposes = excluded.purposes`,
            host,
            firstAt,
            lastAt,
            requests,
            JSON.stringify([...new Set([...known, ...purposes])].sort()),
          )
        }
      })
    },
    list: () =>
      database
        .all('SELECT host, first_at, last_at, requests, purposes FROM contacts WHERE host <> ? ORDER BY last_at DESC, host', noHost)
        .map((row) => ({
          host: textOf(row, 'host'),
          firstAt: numberOf(row, 'first_at'),
          lastAt: numberOf(row, 'last_at'),
          requests: numberOf(row, 'requests'),
          purposes: [...jsonOf<readonly string[]>(row, 'purposes')],
        })),
    forget: () =>
      database.transaction(() => {
        const done = database.run('DELETE FROM contacts WHERE host <> ?', noHost)
        database.run('INSERT OR REPLACE INTO contacts VALUES (?, ?, ?, 0, ?)', noHost, clock.now(), clock.now(), '[]')
        return done
      }),
  }
}
