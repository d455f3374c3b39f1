// Lets every picture be opened large: a click or Enter on it, or the button at its corner.
import { Maximize2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ItemActions } from '../../client/item-actions.ts'
import { Icon } from '../../design/icon.tsx'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { type Box, useBoxes, useQuietMoment } from './frame-boxes.ts'
import { Lightbox } from './lightbox.tsx'
import { type Picture, picturesOf } from './pictures.ts'
import type { WovenTab } from './woven-tab.ts'

type Props = {
  readonly shown: ShownArticle
  readonly height: number
  readonly tab: WovenTab
  readonly ownStops: boolean
  readonly actions: ItemActions
}

export function PictureTools({ shown, height, tab, ownStops, actions }: Props) {
  const quiet = useQuietMoment()
  // Which are large enough is known once they have come; an article's height changes when they do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const pictures = useMemo(() => picturesOf(shown.article), [shown, height])
  const elements = useMemo(() => pictures.map(({ element }) => element), [pictures])
  const boxes = useBoxes(shown, elements, height)
  const [open, setOpen] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)

  useEffect(() => {
    const places = new Map<EventTarget | null, number>(elements.map((element, at) => [element, at]))
    const at = (target: EventTarget | null) => places.get(target) ?? null
    // In the capture phase, after guardFrame has kept a link around the picture from leading anywhere.
    const click = (event: MouseEvent) => {
      const found = at(event.target)
      if (found === null || event.button !== 0 || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      setOpen(found)
    }
    const point = (event: PointerEvent) => setPointed(at(event.target))
    for (const element of elements) element.toggleAttribute('data-opens', true)
    shown.document.addEventListener('click', click, { capture: true })
    shown.document.addEventListener('pointerover', point)
    return () => {
      shown.document.removeEventListener('click', click, { capture: true })
      shown.document.removeEventListener('pointerover', point)
    }
  }, [shown, elements])

  return (
    <>
      {!quiet
        ? null
        : pictures.map((picture, at) => {
            const box = boxes[at]
            if (box === undefined || box.width < 40 || box.height < 40) return null
            return (
              <Opener
                // biome-ignore lint/suspicious/noArrayIndexKey: one picture may stand twice; its place is who it is
                key={at}
                picture={picture}
                box={box}
                tab={tab}
                ownStop={ownStops}
                pointed={pointed === at}
                onOpen={() => setOpen(at)}
              />
            )
          })}
      {open === null ? null : (
        <Lightbox pictures={pictures} at={open} onAt={setOpen} onClose={() => setOpen(null)} onLink={(url) => actions.openOutside(url)} />
      )}
    </>
  )
}

type OpenerProps = {
  readonly picture: Picture
  readonly box: Box
  readonly tab: WovenTab
  readonly ownStop: boolean
  readonly pointed: boolean
  readonly onOpen: () => void
}

function Opener({ picture, box, tab, ownStop, pointed, onOpen }: OpenerProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => (element.current === null ? undefined : tab.weave(picture.element, element.current)), [tab, picture])
  return (
    <div
      ref={element}
      className={pointed ? 'picture-tool pointed' : 'picture-tool'}
      style={{ left: `${box.left + box.width}px`, top: `${box.top}px` }}
    >
      <button
        type="button"
        className="tool"
        tabIndex={ownStop ? 0 : -1}
        aria-label={picture.alt === '' ? 'Open picture' : `Open picture: ${picture.alt}`}
        title="Open picture"
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <Icon of={Maximize2} />
      </button>
    </div>
  )
}
