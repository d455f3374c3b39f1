// Every limit of the network room in one place, with its default. A request may shorten or lengthen its own times.
import type { Timeouts } from './network.ts'

/** Times in milliseconds, sizes in bytes. */
export type Limits = Timeouts & {
  /** A body that sends nothing for this long is given up. */
  readonly idleMs: number
  /** After `bodyMs` a body must have come at least this fast on average: a large file on a slow line is not a stalled one. */
  readonly minBytesPerSecond: number
  /** However fast: no body takes longer than this. */
  readonly wholeBodyMs: number
  /** The same for a body that goes to the disk as it comes. */
  readonly wholeFileMs: number
  readonly redirects: number
  readonly headerBytes: number
  /** How often a page is tried in all; pictures and details get one try less. */
  readonly tries: number
  /** First pause before another try; doubled each time, half of it left to chance. */
  readonly backOffMs: number
  /** The longest Retry-After we sit out ourselves; for a longer one the caller gets `page.busy` and decides. */
  readonly waitForBusyMs: number
  /** A host that asked to be left alone is believed for at most this long. */
  readonly holdHostMs: number
  /** When an address has both families, how long one gets before the next is tried beside it. */
  readonly familyMs: number
  /** How long a look-up may take whose only purpose is to refuse a private name before a proxy sees it. */
  readonly proxyLookupMs: number
  /** An unused connection is closed after this. */
  readonly keepAliveMs: number
}

export const defaultLimits: Limits = {
  connectMs: 10_000,
  headersMs: 20_000,
  bodyMs: 60_000,
  idleMs: 20_000,
  minBytesPerSecond: 4_000,
  wholeBodyMs: 600_000,
  wholeFileMs: 24 * 3_600_000,
  redirects: 10,
  headerBytes: 64 * 1024,
  tries: 3,
  backOffMs: 600,
  waitForBusyMs: 60_000,
  holdHostMs: 15 * 60_000,
  familyMs: 500,
  proxyLookupMs: 2_000,
  keepAliveMs: 4_000,
}
