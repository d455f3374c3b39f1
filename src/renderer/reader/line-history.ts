// Back and forward within what is read: every step of the window's history knows the line it was left at.
import { useEffect, useRef } from 'react'
import type { ReadingAnchor } from '../../shared/item.ts'

/** A kept line, or the very beginning of an article. */
export type Line = ReadingAnchor | 'top'

/** The line this step of the history was left at; null when it was never left. */
export function rememberedLine(): Line | null {
  const state: unknown = window.navigation?.currentEntry?.getState() ?? history.state
  // A step to another hash inherits the state of the step before it (HTML, "navigate to a fragment"): only what was left here counts.
  if (typeof state !== 'object' || state === null || !('line' in state) || !('hash' in state) || state.hash !== location.hash) return null
  const { line } = state
  // The border: what is kept in the history was put there by this file, in this program or an earlier one.
  return line === 'top' || isLine(line) ? line : null
}

function isLine(line: unknown): line is ReadingAnchor {
  return typeof line === 'object' && line !== null && 'copyId' in line && 'offset' in line && 'words' in line
}

function remember(line: Line): void {
  // The step itself cannot be written while it is being left; what hangs on it can. Older engines have only the former.
  const state = { line, hash: location.hash }
  if (window.navigation === undefined) history.replaceState(state, '')
  else window.navigation.updateCurrentEntry({ state })
}

type Props = {
  /** False while nothing is shown yet. */
  readonly shown: boolean
  readonly lineNow: () => ReadingAnchor | null
  readonly goToLine: (line: Line) => boolean
}

/** Remembers the line whenever this step is left, and goes back to it. Answers what to call before a jump within the article. */
export function useLineHistory({ shown, lineNow, goToLine }: Props): () => void {
  const latest = useRef({ lineNow, goToLine })
  latest.current = { lineNow, goToLine }
  useEffect(() => {
    if (!shown) return
    const own = location.hash
    const leave = () => {
      if (location.hash === own) remember(latest.current.lineNow() ?? 'top')
    }
    const back = () => {
      const line = rememberedLine()
      if (location.hash === own && line !== null) latest.current.goToLine(line)
    }
    window.navigation?.addEventListener('navigate', leave)
    addEventListener('popstate', back)
    return () => {
      window.navigation?.removeEventListener('navigate', leave)
      removeEventListener('popstate', back)
    }
  }, [shown])
  return () => {
    if (window.navigation === undefined) remember(latest.current.lineNow() ?? 'top')
    history.pushState(null, '')
  }
}
