// A footnote beside its reference. It stands in the frame, outside the article, so that it wears the article's looks and changes none of its text.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { contentOf, noteName } from './footnotes.ts'

type Props = {
  readonly shown: ShownArticle
  readonly reference: HTMLElement
  readonly note: Element
  /** What of the frame is seen, in its own coordinates. */
  readonly seen: () => { readonly top: number; readonly height: number }
  readonly onGo: () => void
  readonly onClose: () => void
}

const gapPx = 8

export function NotePopover({ shown, reference, note, seen, onGo, onClose }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const name = noteName(reference)

  useLayoutEffect(() => {
    const popover = element.current
    if (popover === null) return
    body.current?.replaceChildren(contentOf(note))
    reference.setAttribute('aria-expanded', 'true')
    const place = () => {
      const at = reference.getBoundingClientRect()
      const { width, height } = popover.getBoundingClientRect()
      const { top, height: tall } = seen()
      const below = at.bottom + gapPx
      const fits = below + height <= top + tall || at.top - gapPx - height < top
      const left = Math.min(Math.max(8, at.left - width / 3), shown.document.documentElement.clientWidth - width - 8)
      popover.style.left = `${Math.max(0, left)}px`
      popover.style.top = `${fits ? below : at.top - gapPx - height}px`
    }
    place()
    const watcher = new ResizeObserver(place)
    watcher.observe(shown.article)
    popover.focus({ preventScroll: true })
    return () => {
      watcher.disconnect()
      reference.removeAttribute('aria-expanded')
    }
  }, [shown, reference, note, seen])
  useEffect(() => {
    const away = (event: Event) => {
      const target = event.target
      if (target !== null && 'nodeType' in target && element.current?.contains(target as Node)) return
      // The reference itself closes it by its own click.
      if (target !== null && 'nodeType' in target && reference.contains(target as Node)) return
      onClose()
    }
    shown.document.addEventListener('pointerdown', away)
    document.addEventListener('pointerdown', away)
    return () => {
      shown.document.removeEventListener('pointerdown', away)
      document.removeEventListener('pointerdown', away)
    }
  }, [shown, reference, onClose])

  return createPortal(
    <div
      ref={element}
      className="note-pop"
      role="dialog"
      aria-label={name}
      tabIndex={-1}
      lang={shown.article.closest('[lang]')?.getAttribute('lang') ?? ''}
    >
      <div ref={body} className="note-body" />
      <div className="note-foot">
        <span>{name}</span>
        <button type="button" onClick={onGo}>
          Go to the note
        </button>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </div>,
    shown.document.body,
  )
}
