// The address a copy in a web archive was made of; it is another address of the same thing.
import type { ParsedLink } from '../../../shared/address/parse-link.ts'
import { readAddress } from './read-address.ts'

const archived = /^https?:\/\/(?:web\.)?archive\.org\/web\/\d{4,14}[a-z_]*\/(https?:\/{1,2}.+)$/i

/** The original of an archived copy, cleaned as any address; null for every other address. */
export function archivedOriginal(address: ParsedLink): ParsedLink | null {
  const inner = archived.exec(address.url)?.[1]?.replace(/^(https?:)\/{1,2}/i, '$1//')
  return inner === undefined ? null : readAddress(inner, false, null)
}
