// Where a name that the reader typed may lead: inside, when it always led there; a name seen outside stays outside for a while.
// Without that, whoever owns a typed name could lead the page's pictures, or its second try, into the reader's own network (DNS rebinding).
import type { Clock } from '../platform/clock.ts'
import { isPrivateName, isPublicAddress, keepPublic } from './address-guard.ts'

/** What may be connected to of the addresses a host has; throws what `keepPublic` throws. */
export type Judge = <A extends { readonly address: string }>(host: string, addresses: readonly A[]) => readonly A[]

/** Longer than one save lasts, shorter than the way to the office, where the same name may rightly lead inside. */
const rememberedMs = 60 * 60_000

/** The judge for hosts that the reader typed. Names that are private by their spelling, and numbers, are as they are. */
export function judgeTyped(clock: Clock): Judge {
  const outsideUntil = new Map<string, number>()
  return (host, addresses) => {
    if (isPrivateName(host)) return addresses
    const now = clock.now()
    for (const [name, until] of outsideUntil) if (until <= now) outsideUntil.delete(name)
    if (addresses.some(({ address }) => isPublicAddress(address))) outsideUntil.set(host, now + rememberedMs)
    return outsideUntil.has(host) ? keepPublic(host, addresses) : addresses
  }
}
