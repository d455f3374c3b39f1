// The same address again: the same thing under the same name is one item, with both recommendations; another title for it is kept, and said.
import type { DraftItem } from './blocks/draft-item.ts'

/** The drafts without repetitions, in their order, each with the place of the earlier one it repeats under another title. */
export function joinDuplicates(
  drafts: readonly DraftItem[],
): readonly { readonly draft: DraftItem; readonly duplicateOf: number | null }[] {
  const kept: { draft: DraftItem; duplicateOf: number | null }[] = []
  const seen = new Map<string, number>()
  for (const draft of drafts) {
    const key = keyOf(draft)
    const earlier = key === null ? undefined : seen.get(key)
    const before = earlier === undefined ? undefined : kept[earlier]
    if (key === null || earlier === undefined || before === undefined) {
      if (key !== null) seen.set(key, kept.length)
      kept.push({ draft, duplicateOf: null })
      continue
    }
    const sameName = draft.title === null || before.draft.title === null || plain(draft.title) === plain(before.draft.title)
    if (!sameName || (draft.startSeconds ?? null) !== (before.draft.startSeconds ?? null)) {
      kept.push({ draft, duplicateOf: before.duplicateOf ?? earlier })
      continue
    }
    before.draft.title ??= draft.title
    before.draft.by ??= draft.by
    before.draft.recommendation ??= draft.recommendation
    before.draft.alternates.push(...draft.alternates)
  }
  return kept
}

function keyOf({ address, prefix, title }: DraftItem): string | null {
  if (address !== null) return address.comparisonKey
  return prefix !== null && title !== null ? `${prefix}… ${plain(title)}` : null
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
