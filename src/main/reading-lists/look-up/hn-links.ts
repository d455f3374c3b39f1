// The links of a Hacker News item, whole, as its public JSON has them: what the page shows is cut after 60 characters. Pure.
import { z } from 'zod'
import type { LinkCandidate } from '../../../shared/calls/look-up-calls.ts'
import { readList } from '../read-list.ts'

/** Both services' items: Algolia nests what was answered under it, Firebase gives the item alone. */
const Item = z.object({ text: z.string().nullish(), children: z.array(z.unknown()).nullish() })
const mostComments = 2_000
const mostChars = 4_000_000

export type HnLinks = {
  /** Of the item's own text, with their titles and part numbers as it names them. */
  readonly own: readonly LinkCandidate[]
  /** Of what was answered under it: a comment may have been copied together with its thread's address. */
  readonly below: readonly LinkCandidate[]
}

/** null: no such item, or not in the shape that is known. */
export function hnLinks(json: string): HnLinks | null {
  const read = Item.nullable().safeParse(parsed(json))
  if (!read.success || read.data === null) return null
  return { own: linksOf(read.data.text ?? ''), below: textsBelow(read.data.children ?? []).flatMap(linksOf) }
}

function textsBelow(children: readonly unknown[]): readonly string[] {
  const texts: string[] = []
  let chars = 0
  const waiting = [...children]
  for (let at = 0; at < Math.min(waiting.length, mostComments); at++) {
    const comment = Item.safeParse(waiting[at]).data
    chars += comment?.text?.length ?? 0
    if (chars > mostChars) break
    if (comment?.text) texts.push(comment.text)
    for (const one of comment?.children ?? []) waiting.push(one)
  }
  return texts
}

/** The address as it stands there: one freed of its parameters would not begin as the cut one does. */
function linksOf(html: string): readonly LinkCandidate[] {
  if (!html.includes('href')) return []
  return readList(html, { format: 'html' }).items.flatMap(({ originalLink, title, partNumber, alternates }) => [
    ...(originalLink !== null && /^https?:/i.test(originalLink) ? [{ url: originalLink, title: title ?? '', part: partNumber }] : []),
    ...alternates.map((url) => ({ url, title: '', part: null })),
  ])
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
