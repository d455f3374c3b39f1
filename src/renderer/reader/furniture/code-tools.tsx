// Wrap and Copy over every code block, in the strip that article-figures.css keeps free at its top; and its colours.
import { Check, Copy, WrapText } from 'lucide-react'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CopyId } from '../../../shared/item.ts'
import { copyText } from '../../client/copy-text.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { useCall } from '../../client/use-call.ts'
import { Icon } from '../../design/icon.tsx'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { markWideBoxes } from '../dress-frame.ts'
import { useBoxes, useQuietMoment } from './frame-boxes.ts'
import { latestOnly } from './latest-only.ts'
import { paintCode } from './paint-code.ts'
import { readCode } from './read-code.ts'
import type { WovenTab } from './woven-tab.ts'

type Props = {
  readonly shown: ShownArticle
  readonly copyId: CopyId
  readonly height: number
  readonly leaf: RefObject<HTMLElement | null>
  readonly tab: WovenTab
  /** Tools take part in the window's own order of Tab: nothing inside the frame can lead to them. */
  readonly ownStops: boolean
  readonly actions: ItemActions
}

/** What the reader wrapped or unwrapped, by copy, until the window closes; of the copies they last did it in. */
const chosen = latestOnly<CopyId, ReadonlyMap<number, boolean>>(100)
const copiedForMs = 2_000

export function CodeTools({ shown, copyId, height, leaf, tab, ownStops, actions }: Props) {
  const blocks = useMemo(() => [...shown.article.querySelectorAll('pre')], [shown])
  const boxes = useBoxes(shown, blocks, height)
  const quiet = useQuietMoment()
  const wrapAll = useCall('settings.get', {}).data?.reading.wrapCode ?? false
  const [wrapped, setWrapped] = useState(() => chosen.get(copyId) ?? new Map<number, boolean>())
  const [copied, setCopied] = useState<{ readonly block: number; readonly words: string } | null>(null)

  // Before anything is painted, so that a wrapped block does not change its height under the reader's eyes.
  useLayoutEffect(() => {
    for (const [at, block] of blocks.entries()) block.toggleAttribute('data-wrap', wrapped.get(at) ?? wrapAll)
    markWideBoxes(shown.document)
  }, [shown, blocks, wrapped, wrapAll])
  useEffect(() => {
    const element = leaf.current
    if (!quiet || blocks.length === 0 || element === null) return
    const painting = paintCode(shown.document, blocks, () => {
      const edge = element.getBoundingClientRect().top - shown.frame.getBoundingClientRect().top
      return { top: edge, height: element.clientHeight }
    })
    element.addEventListener('scroll', painting.look, { passive: true })
    return () => {
      element.removeEventListener('scroll', painting.look)
      painting.stop()
    }
  }, [quiet, shown, blocks, leaf])
  useEffect(() => {
    if (copied === null) return
    const timer = setTimeout(() => setCopied(null), copiedForMs)
    return () => clearTimeout(timer)
  }, [copied])

  const wrap = (at: number, on: boolean) => {
    const next = new Map(wrapped).set(at, on)
    chosen.set(copyId, next)
    setWrapped(next)
  }
  const copy = (at: number, block: Element) =>
    actions.attempt(async () => {
      const { text } = readCode(block)
      if (!(await copyText(text))) return setCopied({ block: -1, words: 'The system does not let Carrel use the clipboard' })
      const lines = text.trimEnd().split('\n').length
      setCopied({ block: at, words: lines === 1 ? 'Copied one line' : `Copied ${lines} lines` })
    })
  return (
    <>
      {!quiet
        ? null
        : blocks.map((block, at) => {
            const box = boxes[at]
            if (box === undefined || box.width === 0) return null
            const on = wrapped.get(at) ?? wrapAll
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two blocks may hold the same; their place is who they are
              <Tools key={at} block={block} tab={tab} left={box.left} top={box.top} width={box.width}>
                <button type="button" className="btn bare sm" tabIndex={ownStops ? 0 : -1} aria-pressed={on} onClick={() => wrap(at, !on)}>
                  <Icon of={WrapText} small />
                  Wrap
                </button>
                <button type="button" className="btn bare sm" tabIndex={ownStops ? 0 : -1} onClick={() => copy(at, block)}>
                  <Icon of={copied?.block === at ? Check : Copy} small />
                  {copied?.block === at ? 'Copied' : 'Copy'}
                </button>
              </Tools>
            )
          })}
      <p className="sr" role="status">
        {copied?.words ?? ''}
      </p>
    </>
  )
}

type ToolsProps = {
  readonly block: HTMLElement
  readonly tab: WovenTab
  readonly left: number
  readonly top: number
  readonly width: number
  readonly children: React.ReactNode
}

function Tools({ block, tab, left, top, width, children }: ToolsProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => (element.current === null ? undefined : tab.weave(block, element.current)), [tab, block])
  const language = block.dataset.languageName
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      ref={element}
      className="code-tools"
      role="group"
      aria-label={language === undefined ? 'Code' : `${language} code`}
      style={{ left: `${left}px`, top: `${top}px`, width: `${width}px` }}
    >
      {children}
    </div>
  )
}
