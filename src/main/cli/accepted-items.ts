// A previewed list as what `list.accept` takes: everything of it, as the text has it.
import type { Completion } from '../../shared/calls/look-up-calls.ts'
import type { InputOf } from '../../shared/contract.ts'
import { joinRepeated } from '../../shared/list-moments.ts'
import type { ListedItem } from '../../shared/reading-list.ts'
import { wantedOf } from '../../shared/wanted.ts'

type Accepted = InputOf<'list.accept'>['items']

/** An address the text names twice is taken once, with every moment of it. `completions`: by the place of the item in the list. */
export function acceptedItems(items: readonly ListedItem[], completions: readonly Completion[]): Accepted {
  const why = new Map(completions.flatMap(({ key, why: told }) => (told === null ? [] : [[Number(key), told] as const])))
  return joinRepeated(items).map(({ item, at, moments }) => {
    const { url, originalLink, title, by, startSeconds, partOf, partNumber, recommendation, alternates, group, urlPrefix } = item
    const told = why.get(at)
    return {
      url,
      originalLink,
      title,
      // A series is saved by its page.
      kind: item.kind === 'series' ? ('index' as const) : item.kind,
      by,
      startSeconds,
      moments: [...moments],
      partOf,
      partNumber,
      recommendation,
      headings: group,
      alternates,
      cut: told === undefined ? null : { was: `${urlPrefix ?? ''}…`, why: `${told.rule} ${told.via}` },
      wanted: url === null ? wantedOf(item) : null,
    }
  })
}
