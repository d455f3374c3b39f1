// One picture at full size over everything: zoom, pan, caption, the next and the previous one. What a zoom means is zoom.ts's.
import { ChevronLeft, ChevronRight, ExternalLink, Minus, Plus, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../../design/icon.tsx'
import { ToolButton } from '../../design/tool-button.tsx'
import { useModal } from '../../design/use-modal.ts'
import type { Picture } from './pictures.ts'
import { moveBy, type Size, type View, wholeIn, zoomBy } from './zoom.ts'

type Props = {
  readonly pictures: readonly Picture[]
  readonly at: number
  readonly onAt: (at: number) => void
  readonly onClose: () => void
  readonly onLink: (url: string) => void
}

const middle = { x: 0, y: 0 }
const stepPx = 60
const zoomStep = 1.25

export function Lightbox({ pictures, at, onAt, onClose, onLink }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>({ width: 1, height: 1 })
  const [space, setSpace] = useState<Size>({ width: 1, height: 1 })
  /** null: as large as fits. */
  const [view, setView] = useState<View | null>(null)
  const dragged = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const picture = pictures[at]

  useModal(dialog)
  useEffect(() => dialog.current?.focus(), [])
  useEffect(() => {
    const element = room.current
    if (element === null) return
    const watcher = new ResizeObserver(() => setSpace({ width: element.clientWidth, height: element.clientHeight }))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  // React listens to the wheel passively; ours must keep the page from scrolling.
  useEffect(() => {
    const element = room.current
    if (element === null) return
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const point = { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
      setView((now) => zoomBy(now ?? wholeIn(size, space), Math.exp(-event.deltaY / 400), point, size, space))
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [size, space])
  if (picture === undefined) return null

  const shown = view ?? wholeIn(size, space)
  const fits = shown.scale <= wholeIn(size, space).scale
  const go = (to: number) => {
    if (pictures[to] === undefined) return
    setView(null)
    onAt(to)
  }
  const zoom = (factor: number) => setView(zoomBy(shown, factor, middle, size, space))
  const full = () => setView(zoomBy(shown, 1 / shown.scale, middle, size, space))
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = keyActs[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const arrow = (dx: number, dy: number, to: number) => () => {
    if (!fits) setView(moveBy(shown, dx * stepPx, dy * stepPx, size, space))
    else if (dx !== 0) go(to)
  }
  const keyActs: Readonly<Record<string, () => void>> = {
    ArrowLeft: arrow(1, 0, at - 1),
    ArrowRight: arrow(-1, 0, at + 1),
    ArrowUp: arrow(0, 1, at),
    ArrowDown: arrow(0, -1, at),
    PageUp: () => go(at - 1),
    PageDown: () => go(at + 1),
    '+': () => zoom(zoomStep),
    '=': () => zoom(zoomStep),
    '-': () => zoom(1 / zoomStep),
    '0': () => setView(null),
    '1': full,
  }
  const drag = (event: PointerEvent) => {
    const from = dragged.current
    if (from === null) return
    dragged.current = { x: event.clientX, y: event.clientY }
    setView(moveBy(shown, event.clientX - from.x, event.clientY - from.y, size, space))
  }
  const name = picture.alt === '' ? picture.caption || 'Picture' : picture.alt
  return (
    <dialog
      ref={dialog}
      className="lightbox"
      tabIndex={-1}
      aria-label={`Picture: ${name}`}
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <span className="num quiet" role="status">
          {pictures.length > 1 ? `${at + 1} of ${pictures.length}` : ''}
        </span>
        <span className="spring" />
        <ToolButton icon={Minus} name="Smaller" hint="-" onPress={() => zoom(1 / zoomStep)} />
        <button type="button" className="btn bare sm num" title="The whole picture (0)" aria-pressed={fits} onClick={() => setView(null)}>
          Fit
        </button>
        <button type="button" className="btn bare sm num" title="Full size (1)" aria-pressed={shown.scale === 1} onClick={full}>
          {Math.round(shown.scale * 100)} %
        </button>
        <ToolButton icon={Plus} name="Larger" hint="+" onPress={() => zoom(zoomStep)} />
        <ToolButton icon={X} name="Close" hint="Escape" onPress={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what pointers do here, the buttons and keys do too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the picture closes, as Esc does */}
      <div
        ref={room}
        className={fits ? 'room' : 'room large'}
        onPointerDown={(event) => {
          if (fits || event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          dragged.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          dragged.current = null
        }}
        onDoubleClick={() => (fits ? full() : setView(null))}
        onClick={(event) => {
          if (event.target === event.currentTarget && fits) onClose()
        }}
      >
        <img
          src={picture.element.currentSrc || picture.element.src}
          alt={picture.alt}
          draggable={false}
          onLoad={({ currentTarget }) => setSize({ width: currentTarget.naturalWidth || 1, height: currentTarget.naturalHeight || 1 })}
          style={{
            width: `${size.width}px`,
            height: `${size.height}px`,
            transform: `translate(-50%, -50%) translate(${shown.x}px, ${shown.y}px) scale(${shown.scale})`,
          }}
        />
        {at > 0 ? (
          <div className="turn before">
            <ToolButton icon={ChevronLeft} name="Previous picture" hint="ArrowLeft" onPress={() => go(at - 1)} />
          </div>
        ) : null}
        {at < pictures.length - 1 ? (
          <div className="turn after">
            <ToolButton icon={ChevronRight} name="Next picture" hint="ArrowRight" onPress={() => go(at + 1)} />
          </div>
        ) : null}
      </div>
      {picture.caption === '' && picture.link === null ? null : (
        <footer>
          {picture.caption === '' ? null : <p dir="auto">{picture.caption}</p>}
          {picture.link === null ? null : (
            <button type="button" className="btn sm" onClick={() => onLink(picture.link ?? '')}>
              <Icon of={ExternalLink} small />
              Where it leads, in the browser
            </button>
          )}
        </footer>
      )}
    </dialog>
  )
}
