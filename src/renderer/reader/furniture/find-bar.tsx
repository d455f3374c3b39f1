// Finding words in the article: a field, how many there are and which one this is, and the way from one to the next.
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../../design/icon.tsx'
import { ToolButton } from '../../design/tool-button.tsx'
import { useKeys } from '../../design/use-keys.ts'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { findMatches, foldText } from './find-matches.ts'
import { paintFound } from './paint-found.ts'
import { showRange } from './show-range.ts'

type Props = {
  readonly shown: ShownArticle
  readonly leaf: RefObject<HTMLElement | null>
  readonly seen: () => { readonly top: number; readonly height: number }
  /** Raised when it is asked for while it is open: the field is chosen again. */
  readonly asked: number
  readonly onClose: () => void
}

const most = 50_000

export function FindBar({ shown, leaf, seen, asked, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(() => selectedWords(shown))
  const [current, setCurrent] = useState(0)
  const text = shown.text()
  const folded = useMemo(() => foldText(text.text), [text])
  const matches = useMemo(() => findMatches(folded, words, most), [folded, words])
  const painting = useMemo(
    () =>
      paintFound(
        shown.document,
        matches.map(({ start, end }) => text.rangeOf(start, end)),
      ),
    [shown, text, matches],
  )

  useEffect(() => () => painting.clear(), [painting])
  // The first one from where the reader is; nothing before it is passed over, the counting goes round.
  useEffect(() => setCurrent(painting.firstFrom(seen().top)), [painting, seen])
  useEffect(() => {
    const range = painting.show(current)
    if (range !== null && leaf.current !== null) showRange(leaf.current, shown.frame, range)
  }, [painting, current, leaf, shown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every asking
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])

  const step = (by: number) => {
    if (matches.length > 0) setCurrent((now) => (now + by + matches.length) % matches.length)
  }
  useKeys([
    { keys: 'F3', says: 'Next place', group: 'Find', whileTyping: true, repeats: true, run: () => step(1) },
    { keys: 'Shift+F3', says: 'Previous place', group: 'Find', whileTyping: true, repeats: true, run: () => step(-1) },
    { keys: 'Mod+g', says: 'Next place', group: 'Find', whileTyping: true, repeats: true, run: () => step(1) },
    { keys: 'Mod+Shift+g', says: 'Previous place', group: 'Find', whileTyping: true, repeats: true, run: () => step(-1) },
    { keys: 'Escape', says: 'Close', group: 'Find', whileTyping: true, run: onClose },
  ])
  const count =
    words.trim() === ''
      ? ''
      : matches.length === 0
        ? 'Not here'
        : `${current + 1} of ${matches.length}${matches.length === most ? ' or more' : ''}`
  return createPortal(
    // biome-ignore lint/a11y/useSemanticElements: <search> has the same role, and not every browser of the loopback door knows it
    <div className="pop find-bar" role="search" aria-label="Find in the text">
      <label className="field">
        <Icon of={Search} small />
        <input
          ref={field}
          type="text"
          aria-label="Find in the text"
          placeholder="Find in the text"
          spellCheck={false}
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          }}
        />
      </label>
      <span className={matches.length === 0 ? 'count num none' : 'count num'} role="status">
        {count}
      </span>
      <ToolButton icon={ChevronUp} name="Previous place" hint="Shift+Enter" onPress={() => step(-1)} />
      <ToolButton icon={ChevronDown} name="Next place" hint="Enter" onPress={() => step(1)} />
      <ToolButton icon={X} name="Close" hint="Escape" onPress={onClose} />
    </div>,
    document.body,
  )
}

/** What is selected in the article is what one means to find, when it is short. */
function selectedWords(shown: ShownArticle): string {
  const words = (shown.document.getSelection()?.toString() ?? '').trim()
  return words.length <= 100 && !words.includes('\n') ? words : ''
}
