// What Add makes of a text that is links and nothing else: one line a link, its box, and saving what is ticked.
import { useState } from 'react'
import type { ItemPlace } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import { useCall } from '../client/use-call.ts'
import { type GivenText, isStrange } from './given-text.ts'
import { saveLinks } from './save-links.ts'
import { marksOfLinks } from './text-marks.ts'
import { overview, planOf, planSize, tickedAtFirst, tickedByAll, type Understood } from './understood.ts'

type Line = { readonly link: Understood; readonly strange: boolean }

export function useLinksGiven(given: GivenText, asked: boolean) {
  /** What the reader ticked or unticked by hand. */
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const preview = useCall('item.preview', { text: given.text }, { enabled: asked, keep: true, fresh: true })
  const links = asked ? (preview.data?.links ?? []) : []
  const lines = links.map((link): Line => ({ link, strange: isStrange(given, link.at, link.length) }))
  const isTicked = ({ link, strange }: Line) => link.failure === null && (ticks.get(link.link) ?? tickedAtFirst(link, strange))
  const ticked = lines.filter(isTicked)
  const tickable = lines.filter(({ link, strange }) => tickedByAll(link, strange))
  const plan = planOf(ticked)
  const size = planSize(plan)
  return {
    lines,
    isTicked,
    size,
    boxes: lines.length,
    tickable: tickable.length,
    allTicked: tickable.every(isTicked),
    isMixed: false,
    marks: marksOfLinks(links),
    isKnown: preview.data !== undefined,
    isOld: asked && preview.isPlaceholderData,
    isAsking: asked && preview.isFetching,
    error: asked ? preview.error : null,
    again: () => void preview.refetch(),
    overview: (files: number) =>
      overview(
        lines.map((line) => ({ link: line.link, ticked: isTicked(line) })),
        files,
      ),
    tick: (link: string, on: boolean) => setTicks(new Map(ticks).set(link, on)),
    tickAll: (on: boolean) => setTicks(new Map(lines.map(({ link, strange }) => [link.link, on && tickedByAll(link, strange)]))),
    save: (client: Client, place: Exclude<ItemPlace, 'trash'>) => saveLinks(client, plan, place),
  }
}
