// Lies over the article in the frame's own coordinates: the tools of its code blocks, footnotes, pictures and links.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useWindowCommand } from '../client/window-commands.ts'
import { useKeys } from '../design/use-keys.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { useRoute } from '../use-route.ts'
import { CodeTools } from './furniture/code-tools.tsx'
import { FindBar } from './furniture/find-bar.tsx'
import { LinkTools } from './furniture/link-tools.tsx'
import { PictureTools } from './furniture/picture-tools.tsx'
import { usePrinting } from './furniture/use-printing.ts'
import { weaveTab } from './furniture/woven-tab.ts'
import type { PageToolsProps, Seen } from './page-tools-props.ts'
import { findAnchor, frameTop } from './scroll-to-anchor.ts'
import './furniture/furniture.css'

export function PageTools({ item, copy, shown, height, actions, leaf, followLink, onGo, onArrive }: PageToolsProps) {
  const [finding, setFinding] = useState(0)
  const tab = useMemo(() => weaveTab(shown.frame, shown.document, shown.article), [shown])
  useEffect(() => () => tab.stop(), [tab])
  // Where nothing inside the frame takes the focus, Tab passes it by, and the tools must be stops of their own.
  const ownStops = useMemo(() => shown.article.querySelector('a[href], summary, [tabindex="0"]') === null, [shown])
  const seen = useCallback<Seen>(() => {
    const element = leaf.current
    if (element === null) return { top: 0, height: 0 }
    return { top: element.scrollTop - frameTop(element, shown.frame), height: element.clientHeight }
  }, [leaf, shown])
  const find = () => setFinding((now) => now + 1)
  const stopFinding = useCallback(() => {
    setFinding(0)
    shown.frame.focus({ preventScroll: true })
  }, [shown])
  const print = usePrinting({ item, copy, shown, actions })

  useWindowCommand('find', find)
  useWindowCommand('print', print)
  useKeys([
    { keys: 'Mod+f', says: 'Find in the text', group: 'Reading', whileTyping: true, run: find },
    { keys: 'Mod+p', says: 'Print', group: 'Reading', whileTyping: true, run: print },
  ])
  useAnchorOfRoute(shown, onArrive)
  const over = { shown, height, tab, ownStops, actions }
  return (
    <>
      <CodeTools {...over} copyId={copy.id} leaf={leaf} />
      <PictureTools {...over} />
      <LinkTools item={item} copy={copy} shown={shown} seen={seen} actions={actions} leaf={leaf} followLink={followLink} onGo={onGo} />
      {finding === 0 ? null : <FindBar shown={shown} leaf={leaf} seen={seen} asked={finding} onClose={stopFinding} />}
    </>
  )
}

/** A link from another page led to a part of this one. */
function useAnchorOfRoute(shown: ShownArticle, onGo: (element: Element) => void): void {
  const route = useRoute()
  const anchor = route.screen === 'item' ? route.anchor : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every arrival
  useEffect(() => {
    if (anchor === undefined) return
    let gone = false
    // Behind the reading position, which is restored in the same breath and would win.
    queueMicrotask(() => {
      const target = findAnchor(shown.document, anchor)
      if (!gone && target !== null) onGo(target)
    })
    return () => {
      gone = true
    }
  }, [shown, anchor])
}
