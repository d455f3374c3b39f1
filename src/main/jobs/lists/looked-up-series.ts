// A series found on a list page, held against the library: which of its parts are here, and which lead into the private network.
import { comparisonKey } from '../../../shared/address/canonical-url.ts'
import type { LookedUpSeries } from '../../../shared/calls/look-up-calls.ts'
import type { FoundSeries } from '../../../shared/series-parts.ts'
import type { Cache } from '../../cache/cache.ts'
import { isPrivateName } from '../../network/address-guard.ts'

export function heldAgainstLibrary({ parts, ...series }: FoundSeries, cache: Cache): LookedUpSeries {
  return {
    ...series,
    parts: parts.map((part) => ({
      ...part,
      already: cache.items.byComparisonKey(comparisonKey(part.url)),
      private: isPrivateName(new URL(part.url).hostname),
    })),
  }
}
