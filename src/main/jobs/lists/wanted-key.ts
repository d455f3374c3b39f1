// Names a thing that a text names without a whole address, and the row it is while it is to find.
import { createHash } from 'node:crypto'
import { type Named, wantedOf } from '../../../shared/wanted.ts'

/** Told by what is known of it, so that the same words on two machines are one thing to find. */
export function wantedKeyOf(named: Named & { readonly partNumber: number | null }): string {
  const { words, urlPrefix } = wantedOf(named)
  return createHash('sha256')
    .update(JSON.stringify([named.title ?? words, words, urlPrefix, named.partNumber]))
    .digest('hex')
}

/** The comparison key of its row. */
export function toFindKey(wantedKey: string): string {
  return `to-find:${wantedKey}`
}
