// An address that names a highlight (#/item/<id>?highlight=<id>, carrel://item/<id>?highlight=<id>) leads to its passage, in the copy it was marked in.
import { useEffect, useRef } from 'react'
import type { Highlight, HighlightId } from '../../shared/highlight.ts'
import type { ItemId } from '../../shared/item.ts'
import { goTo, useRoute } from '../use-route.ts'
import type { ItemHighlights } from './use-item-highlights.ts'

export function useAskedHighlight(
  itemId: ItemId,
  { here, elsewhere, ready }: ItemHighlights,
  go: (highlight: Highlight) => void,
  say: (words: string) => void,
): void {
  const route = useRoute()
  const asked = route.screen === 'item' && route.id === itemId ? route.highlight : undefined
  const gone = useRef<HighlightId>(undefined)
  const latest = useRef({ go, say })
  latest.current = { go, say }
  useEffect(() => {
    if (asked === undefined || !ready || gone.current === asked) return
    gone.current = asked
    const found = here.find(({ id }) => id === asked)
    const other = elsewhere.find(({ id }) => id === asked)
    if (other !== undefined) goTo({ screen: 'item', id: itemId, copy: other.copyId, highlight: other.id }, { replace: true })
    else if (found === undefined) latest.current.say('This highlight is not here any more')
    // After the reading position has been found again: the passage asked for wins.
    else setTimeout(() => latest.current.go(found))
  }, [asked, ready, here, elsewhere, itemId])
}
