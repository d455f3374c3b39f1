// What the reader gave, and what the journey hands in to read it with.
import type { PageKind } from '../../shared/journey.ts'
import type { Clock } from '../platform/clock.ts'

export type GivenFile = { readonly path: string; readonly bytes: Uint8Array }

/** The fetch room's readers, handed in by the journey: steps do not know each other. */
export type SavedPageTools = {
  decodeText(
    bytes: Uint8Array,
    header: string | null,
    kind: PageKind,
  ): { readonly text: string; readonly charset: string; readonly guessed: boolean }
  sniffKind(bytes: Uint8Array, header: string | null, url: string): { readonly kind: PageKind; readonly mime: string }
  readonly clock: Clock
}
