// Whether this machine has any network at all beside loopback.
import { networkInterfaces } from 'node:os'

/** True when no interface but loopback has an address. */
export function isOffline(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .every((address) => address === undefined || address.internal)
}
