// Links that are only called `slides` or `video`, in entries or paragraphs of their own: other addresses of what is named above them.
import type { Block, LinkSpan } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { kindOfWords, type WordsOf } from '../words/link-words.ts'
import { isOnlyLabels } from './named-above.ts'

/** An entry that is only called slides or video. */
const ofRecording = /^\W*(?:slides?|video|recording)\b(?:\s*\([^()]{2,20}\))?\W*(?:\([^()]*\)\W*)?$/i

/** Items below an item that are only called `slides` or `transcript` are other addresses of it; `discussion` is left out. */
export function joinNestedLabels(drafts: readonly DraftItem[], { blocks }: Reading): readonly DraftItem[] {
  let parent: DraftItem | null = null
  let isNext = false
  let seen = 0
  return drafts.filter((draft) => {
    // What stands between: another entry ends the one before, a paragraph ends its list.
    for (; seen < draft.block; seen += 1) {
      const one = blocks[seen]
      if (parent === null || seen <= parent.block || !one) continue
      if (one.role !== 'item') isNext = false
      else if (one.level <= (blocks[parent.block]?.level ?? 0) && !ofRecording.test(one.text)) parent = null
    }
    const block = blocks[draft.block]
    const words = wordsOf(block, draft.link)
    const above: DraftItem | null = parent
    const level = blocks[above?.block ?? -1]?.level ?? 0
    const isLabel = above !== null && block?.role === 'item' && draft.block > above.block && words !== 'title'
    // `- Video: https://…`, `- Slides: https://…`: two ways to what stands over both.
    if (
      isLabel &&
      isNext &&
      draft.link?.bare &&
      words === 'other' &&
      block.level === level &&
      isLabelled(blocks[above.block], above.link)
    ) {
      if (draft.address !== null) above.alternates.push(draft.address.url)
      return false
    }
    // `- [Title](…)`, `- [Slides](…)`, `- [Video](…)`: one thing in three entries.
    if (isLabel && isNext && block.level === level && above.title !== null && ofRecording.test(block.text)) {
      if (words === 'other' && draft.address !== null) above.alternates.push(draft.address.url)
      // What both are under has a name of its own: the label is its, and not its neighbour's.
      else if (draft.title === null || !isUnderTitle(blocks, draft.block))
        draft.title = `${above.title} (${block.text.slice(draft.link?.start, draft.link?.end)})`
      return words !== 'other'
    }
    const below = above !== null && block?.role === 'item' && block.level > level && draft.block > above.block
    if (!below || words === 'title' || words === 'media' || words === 'pointer') {
      if (!below) {
        parent = block?.role === 'item' ? draft : null
        isNext = true
      }
      return true
    }
    if (words === 'other' && draft.address !== null) above.alternates.push(draft.address.url)
    return false
  })
}

/** What the words of a link are, or the label in front of a bare address: `Slides: https://…`. */
function wordsOf(block: Block | undefined, link: LinkSpan | null): WordsOf {
  if (!block || link === null) return 'title'
  if (!link.bare) return kindOfWords(block.text.slice(link.start, link.end))
  const lead = /^\W*(\p{L}[\p{L} ]{2,20}?)\s*:\s*$/u.exec(block.text.slice(0, link.start))?.[1]
  return lead !== undefined && kindOfWords(lead) === 'other' ? 'other' : 'title'
}

/** `Video: https://…`, and nothing else. */
function isLabelled(block: Block | undefined, link: LinkSpan | null): boolean {
  return block !== undefined && link?.bare === true && /^\W*\p{L}[\p{L} ]{2,20}:\s*$/u.test(block.text.slice(0, link.start))
}

/** Under an entry that names something, and not only where and when it was. */
function isUnderTitle(blocks: Reading['blocks'], index: number): boolean {
  const level = blocks[index]?.level ?? 0
  const parent = blocks.slice(Math.max(0, index - 12), index).findLast((one) => one.role !== 'item' || one.level < level)
  return parent?.role === 'item' && parent.links.length === 0 && !/(?::|(?:19|20)\d{2})\W*$/.test(parent.text)
}

/** Below one heading, `[video](…)` and `[slides](…)` in paragraphs of their own are one thing: the slides are kept with the recording. */
export function joinSectionLabels(drafts: readonly DraftItem[], { blocks, headings }: Reading): readonly DraftItem[] {
  const labelOf = ({ block, link }: DraftItem): 'media' | 'other' | null => {
    const text = blocks[block]?.role === 'paragraph' && link !== null && !link.bare ? blocks[block].text : null
    const words = text === null ? 'title' : kindOfWords(text.slice(link?.start, link?.end))
    return words === 'media' || words === 'other' ? words : null
  }
  const sections = Map.groupBy(drafts, ({ block, title }) => `${(headings[block] ?? []).join('\n')}\n\n${title ?? ''}`)
  const joined = new Set<DraftItem>()
  for (const section of sections.values()) {
    const recording = section.find((draft) => labelOf(draft) === 'media')
    if (!recording || recording.title === null) continue
    for (const draft of section) {
      if (labelOf(draft) !== 'other' || draft.address === null) continue
      recording.alternates.push(draft.address.url, ...draft.alternates)
      joined.add(draft)
    }
  }
  return drafts.filter((draft) => !joined.has(draft))
}

/** `- A Title`, and below it `- [pdf](…)` and `- [online version](…)`: one thing by two ways. */
export function joinUnderEntry(drafts: readonly DraftItem[], { blocks }: Reading): readonly DraftItem[] {
  const parentOf = (index: number): number => {
    const level = blocks[index]?.level ?? 0
    let at = index - 1
    while (blocks[at]?.role === 'item' && (blocks[at]?.level ?? 0) >= level && index - at < 20) at -= 1
    const parent = blocks[at]
    return parent?.role === 'item' && parent.links.length === 0 ? at : -1
  }
  const firsts = new Map<string, DraftItem>()
  return drafts.filter((draft) => {
    const block = blocks[draft.block]
    const isLabel = block?.role === 'item' && draft.title !== null && isOnlyLabels(block) && parentOf(draft.block) >= 0
    if (!isLabel) return true
    const key = `${parentOf(draft.block)} ${draft.title}`
    const first = firsts.get(key)
    const words = draft.link === null || draft.link.bare ? 'title' : kindOfWords(block.text.slice(draft.link.start, draft.link.end))
    if (first === undefined) firsts.set(key, draft)
    if (first === undefined || words !== 'other' || draft.address === null) return true
    first.alternates.push(draft.address.url)
    return false
  })
}
