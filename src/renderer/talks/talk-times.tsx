// Lies over a transcript in the frame's own coordinates: times in the left margin, and over their lines the moments marked in it.
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { MarkId } from '../../shared/mark.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useLeafView } from '../highlights/use-leaf-view.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { useFollowedLine } from './follow-recording.ts'
import { layLineRoom } from './line-room.ts'
import { Moment, Recommended } from './moment.tsx'
import { lineAt, linesOf, type TalkLine } from './talk-lines.ts'
import type { OpenAt } from './talk-parts.ts'
import { TimeMenu } from './time-menu.tsx'
import type { Moments } from './use-moments.ts'
import type { RecordingHere } from './use-recording.ts'
import './transcript.css'

type Props = {
  readonly item: ItemSummary
  readonly shown: ShownArticle
  readonly height: number
  readonly moments: Moments
  readonly actions: ItemActions
  readonly openAt: OpenAt
  readonly recording: RecordingHere
}

/** Times further than this from the view are not drawn. */
const nearPx = 1_000
/** Room for "1:02:03" at the left, in rem; with less it stands over its line. */
const marginRem = 4.5

export function TalkTimes({ item, shown, height, moments, actions, openAt, recording }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => linesOf(shown.article), [shown])
  const start = item.startSeconds === null ? null : lineAt(lines, item.startSeconds)
  const said = useFollowedLine(recording, shown, lines)
  const [tops, setTops] = useState<readonly number[]>([])
  const [beside, setBeside] = useState(true)
  const [tall, setTall] = useState<ReadonlyMap<string, number>>(new Map())
  const [asked, setAsked] = useState<{ readonly line: TalkLine; readonly button: HTMLButtonElement } | null>(null)
  const [fresh, setFresh] = useState<MarkId | null>(null)
  const [stop, setStop] = useState(0)
  const { view } = useLeafView(shown.frame)

  const over = useMemo(() => {
    const byLine = Map.groupBy(moments.marks, (mark) => lineAt(lines, mark.seconds)?.id ?? '')
    byLine.delete('')
    return byLine
  }, [moments.marks, lines])
  const named = moments.marks.some(({ words }) => words !== '')
  const alone = !named && item.recommendation !== null && start !== null && !over.has(start.id)
  const crowned = lines.filter((line) => over.has(line.id) || (alone && line === start))

  // Before the places are measured, which go by it.
  useLayoutEffect(() => layLineRoom(shown.document, { start: start?.id ?? null, over: tall }), [shown, start?.id, tall])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height, width or room is another place of its lines
  useLayoutEffect(() => {
    setTops(lines.map(({ element }) => element.getBoundingClientRect().top + shown.frame.offsetTop))
    const leaf = shown.frame.closest('.leaf')?.getBoundingClientRect().left ?? 0
    const sheet = shown.frame.parentElement?.getBoundingClientRect().left ?? 0
    setBeside(sheet - leaf >= marginRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  }, [lines, shown, height, view, tall])

  useLayoutEffect(() => {
    shown.document.documentElement.dataset.times = beside ? 'beside' : 'over'
  }, [shown, beside])

  // biome-ignore lint/correctness/useExhaustiveDependencies: observed anew when others stand over lines
  useLayoutEffect(() => {
    const blocks = [...(layer.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
    const measure = () => {
      const next = new Map(blocks.map((block) => [block.dataset.line ?? '', block.offsetHeight]))
      setTall((before) => (before.size === next.size && [...next].every(([id, px]) => before.get(id) === px) ? before : next))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    for (const block of blocks) watcher.observe(block)
    return () => watcher.disconnect()
  }, [crowned.map(({ id }) => id).join(' ')])

  const near = lines.flatMap((line, at) => {
    const top = tops[at]
    return top === undefined || (at !== stop && (top < view.top - nearPx || top > view.bottom + nearPx)) ? [] : [{ line, top, at }]
  })
  // One stop of Tab: the time that was reached last, or the first in view. The arrows go on from there.
  const inView = near.find(({ top }) => top >= view.top)?.at ?? near[0]?.at ?? 0
  const stopAt = near.some(({ at, top }) => at === stop && top >= view.top - nearPx && top <= view.bottom + nearPx) ? stop : inView
  const go = (at: number) => {
    if (lines[at] === undefined) return
    setStop(at)
    requestAnimationFrame(() => layer.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus())
  }
  return (
    <div ref={layer} className={`talk-times ${beside ? 'beside' : 'over'}`}>
      {/* A list whose arrows move the focus: there is no element for that. */}
      <div role="toolbar" aria-orientation="vertical" aria-label="Times of this talk">
        {near.map(({ line, top, at }) => (
          <button
            key={line.id}
            type="button"
            data-at={at}
            className={`line-time num${line === start ? ' begins' : ''}${line === said ? ' said' : ''}`}
            style={{ top }}
            tabIndex={at === stopAt ? 0 : -1}
            aria-haspopup={recording.playAt === null ? 'menu' : undefined}
            aria-expanded={recording.playAt === null ? asked?.line === line : undefined}
            aria-label={`${showSeconds(line.seconds)}: ${recording.playAt === null ? 'open, or write a note' : 'play from here'}`}
            onClick={(event) => {
              if (recording.playAt === null) setAsked({ line, button: event.currentTarget })
              else recording.playAt.open(line.seconds)
            }}
            onContextMenu={(event) => {
              event.preventDefault()
              setAsked({ line, button: event.currentTarget })
            }}
            onFocus={() => setStop(at)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
              event.preventDefault()
              go(at + (event.key === 'ArrowDown' ? 1 : -1))
            }}
          >
            {showSeconds(line.seconds)}
          </button>
        ))}
      </div>
      {crowned.map((line) => (
        <div
          key={line.id}
          data-line={line.id}
          className="over-line"
          style={{ top: (tops[lines.indexOf(line)] ?? 0) - (tall.get(line.id) ?? 0) }}
        >
          {alone && line === start && item.recommendation !== null ? <Recommended words={item.recommendation} /> : null}
          {over.get(line.id)?.map((mark) => (
            <Moment key={mark.id} mark={mark} moments={moments} actions={actions} openAt={openAt} writing={mark.id === fresh} />
          ))}
        </div>
      ))}
      {asked === null ? null : (
        <TimeMenu
          seconds={asked.line.seconds}
          button={asked.button}
          openAt={openAt}
          onNote={() => moments.add(asked.line.seconds, '', (mark) => setFresh(mark.id))}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
