// What can be done with a passage: eight letters in their marks, note, tag, copy, link, delete. It lies in the sheet, so it scrolls with its words.
import { Copy, Link2, MessageSquareText, Tag, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import type { HighlightColour } from '../../shared/highlight.ts'
import { Icon } from '../design/icon.tsx'
import { comboShown, onMac } from '../design/key-combo.ts'
import { useKeysOf } from '../design/use-keys.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { colours } from './highlight-words.ts'
import type { Passage } from './passage.ts'
import { placePopover } from './place-popover.ts'
import { boxOf, viewOf } from './sheet-places.ts'
import type { PopoverPart } from './use-marking.ts'
import './marks.css'

type Props = {
  readonly shown: ShownArticle
  readonly passage: Passage
  readonly backward: boolean
  readonly height: number
  /** Of the highlight that is there; null: the passage is not marked yet. */
  readonly colour: HighlightColour | null
  readonly part: PopoverPart
  /** The keyboard opened it: the first letter takes the focus. */
  readonly takesFocus: boolean
  readonly onColour: (colour: HighlightColour) => void
  readonly onPart: (part: PopoverPart) => void
  readonly onCopyQuote: () => void
  readonly onCopyLink: () => void
  /** Null: there is nothing to delete yet. */
  readonly onDelete: (() => void) | null
  readonly onLeave: () => void
  /** Note, tags: what stands under the letters. */
  readonly children: ReactNode
}

export function HighlightPopover(props: Props) {
  const { shown, passage, backward, height, colour, part, takesFocus, onLeave } = props
  const element = useRef<HTMLDivElement>(null)

  // Placed before it is painted, and again when it or the article gets another size.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of the article is another place of its words
  useLayoutEffect(() => {
    const popover = element.current
    const sheet = popover?.offsetParent
    if (popover === null || !(sheet instanceof HTMLElement)) return
    const place = () => {
      const text = shown.text()
      const first = boxOf(shown.frame, text.rangeOf(passage.start, passage.start + 1), 'first')
      const last = boxOf(shown.frame, text.rangeOf(passage.end - 1, passage.end), 'last')
      if (first === null || last === null) return
      const { left, top } = placePopover({
        first,
        last,
        backward,
        size: { width: popover.offsetWidth, height: popover.offsetHeight },
        view: viewOf(sheet),
      })
      popover.style.left = `${left}px`
      popover.style.top = `${top}px`
    }
    place()
    const watcher = new ResizeObserver(place)
    watcher.observe(popover)
    return () => watcher.disconnect()
  }, [shown, passage.start, passage.end, backward, height])

  useEffect(() => {
    if (!takesFocus) return
    const letters = element.current?.querySelectorAll<HTMLElement>('.hue')
    const chosen = [...(letters ?? [])].find((letter) => letter.getAttribute('aria-pressed') === 'true') ?? letters?.[0]
    chosen?.focus({ preventScroll: true })
  }, [takesFocus])

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
      return
    }
    if (!(event.target instanceof HTMLElement) || event.target.closest('[role=toolbar]') === null) return
    const digit = Number(event.key)
    const chosen = event.ctrlKey || event.metaKey || event.altKey ? undefined : colours[digit - 1]
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const buttons = [...(event.target.closest('[role=toolbar]')?.querySelectorAll('button') ?? [])]
    const now = buttons.findIndex((button) => button.contains(document.activeElement))
    const next =
      step !== undefined
        ? buttons[(now + step + buttons.length) % buttons.length]
        : event.key === 'Home'
          ? buttons[0]
          : event.key === 'End'
            ? buttons.at(-1)
            : undefined
    if (chosen === undefined && next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (chosen !== undefined) props.onColour(chosen.colour)
    else next?.focus()
  }
  const toggle = (other: PopoverPart) => props.onPart(part === other ? 'letters' : other)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the tools inside
    <div
      ref={element}
      className="pop hl-pop"
      onKeyDown={press}
      // The words stay selected while the pointer chooses.
      onMouseDown={(event) => {
        if (event.target instanceof Element && event.target.closest('input, textarea, a') === null) event.preventDefault()
      }}
    >
      <div role="toolbar" aria-label={colour === null ? 'Mark this passage' : 'This highlight'} className="hl-tools">
        {colours.map(({ colour: one, name, line }, at) => (
          <button
            key={one}
            type="button"
            className="hue"
            tabIndex={colour === null ? (at === 0 ? 0 : -1) : one === colour ? 0 : -1}
            aria-label={`${name}, ${line}`}
            aria-pressed={colour === null ? undefined : one === colour}
            title={`${name} (${at + 1})`}
            onClick={() => props.onColour(one)}
          >
            <span className={`hl-mark ${one}`} aria-hidden="true">
              Aa
            </span>
          </button>
        ))}
        <hr />
        <Tool icon={MessageSquareText} name="Note" hint="n" pressed={part === 'note'} onPress={() => toggle('note')} />
        <Tool icon={Tag} name="Tag" hint="t" pressed={part === 'tags'} onPress={() => toggle('tags')} />
        <Tool icon={Copy} name="Copy quote" onPress={props.onCopyQuote} />
        <Tool icon={Link2} name="Copy link" onPress={props.onCopyLink} />
        {props.onDelete === null ? null : <Tool icon={Trash2} name="Delete highlight" onPress={props.onDelete} />}
      </div>
      {props.children}
    </div>
  )
}

type ToolProps = {
  readonly icon: typeof Copy
  readonly name: string
  /** The id of its binding. */
  readonly hint?: string
  readonly pressed?: boolean
  readonly onPress: () => void
}

/** As design/tool-button.tsx, reached by the toolbar's arrows instead of Tab. */
function Tool({ icon, name, hint, pressed, onPress }: ToolProps) {
  const keys = comboShown(useKeysOf(hint ?? ''), onMac()).join(' ')
  return (
    <button
      type="button"
      className="tool"
      tabIndex={-1}
      aria-label={name}
      aria-pressed={pressed}
      title={hint === undefined ? name : `${name} (${keys})`}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  )
}
