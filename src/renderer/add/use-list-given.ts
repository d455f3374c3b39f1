// What Add makes of a text with words: the rows of its preview with the reader's choices, the list's title, and saving what is ticked.
import { useMemo, useState } from 'react'
import { hnSource } from '../../shared/address/hn-item.ts'
import type { ItemPlace } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import { useCall } from '../client/use-call.ts'
import { withFoundParts } from './found-parts.ts'
import { type GivenText, isStrange } from './given-text.ts'
import { chosenRow, isOfOneHost, isTickedByAll, listOverview, wholeLinks } from './list-choice.ts'
import { type ListRow, listRows } from './list-rows.ts'
import { saveList } from './save-list.ts'
import { marksOfRows } from './text-marks.ts'
import { lookable, useListChoices } from './use-list-choices.ts'

export function useListGiven(given: GivenText, asked: boolean) {
  const { text, html, name } = given
  const chosen = useListChoices()
  /** Null: as the text says. */
  const [ownTitle, setOwnTitle] = useState<string | null>(null)
  const preview = useCall(
    'list.preview',
    { text, ...(html === undefined ? {} : { html }), ...(name === undefined ? {} : { name }) },
    // What is here already is asked at every opening: the same text may have been saved since.
    { enabled: asked, keep: true, fresh: true },
  )
  const data = asked ? preview.data : undefined
  const listed = useMemo(() => listRows(data?.items ?? []), [data])
  const marks = useMemo(() => marksOfRows(text, listed, html === undefined), [text, html, listed])
  const offered = useMemo(() => withFoundParts(listed, chosen.found, wholeLinks(chosen.choices)), [listed, chosen.found, chosen.choices])
  const title = ownTitle ?? data?.title ?? data?.groups[0]?.[0] ?? name?.replace(/\.[^.]+$/, '') ?? ''
  const joins = title.trim() !== ''
  const rows = offered.map((row) => chosenRow(row, chosen.choices, isStrangeRow(given, row), joins))
  const size = rows.filter((row) => row.ticked).length
  const tickable = rows.filter(isTickedByAll)
  const item = hnSource(
    data?.source.address ?? null,
    rows.map(({ url }) => url),
  )
  const open = lookable(rows, item)
  const pages = chosen.indexesOf(rows).length > 0 || open.some(({ item: { resolveVia } }) => resolveVia !== null)
  return {
    rows,
    joins,
    title,
    setTitle: setOwnTitle,
    size,
    boxes: rows.length,
    tickable: tickable.length,
    allTicked: tickable.every((row) => row.ticked),
    isMixed: rows.some((row) => row.ticked && (row.url === null || row.here)),
    marks,
    isEmpty: data !== undefined && !preview.isPlaceholderData && data.items.length === 0,
    isKnown: data !== undefined,
    isOld: asked && preview.isPlaceholderData,
    isAsking: asked && preview.isFetching,
    error: asked ? preview.error : null,
    again: () => void preview.refetch(),
    overview: (files: number) => listOverview(rows, files),
    /** Whom the look asks; null: nobody could tell more. */
    asks: pages || open.length > 0 ? { pages, hackerNews: item !== null && open.length > 0 } : null,
    looking: chosen.looking,
    look: () => chosen.look(rows, item),
    tick: chosen.tick,
    tickAll: (on: boolean) => chosen.tickAll(rows, on),
    tickRows: chosen.tickAll,
    correct: chosen.correct,
    save: (client: Client, place: Exclude<ItemPlace, 'trash'>) =>
      saveList(client, {
        rows,
        title,
        // What was really read is what is kept as the source.
        source: data === undefined ? null : { ...data.source, text: data.source.format === 'html' && html !== undefined ? html : text },
        place,
        found: chosen.found,
      }),
  }
}

/** Rich text is a stranger's altogether: it can only be pasted or dropped. So is a thing whose place in the text is not known, when any of it is. */
function isStrangeRow(given: GivenText, { item, foundOn }: ListRow): boolean {
  if (given.html !== undefined) return true
  // A list page speaks for its own host, if the reader typed that page; never for another.
  if (foundOn !== null) return given.strange.length > 0 || !isOfOneHost(item.url, foundOn)
  const { originalLink, at } = item
  if (originalLink === null || !given.text.startsWith(originalLink, at)) return given.strange.length > 0
  return isStrange(given, at, originalLink.length)
}
