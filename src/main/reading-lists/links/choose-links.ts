// Which links of a block are things to read or watch, which are other addresses of them, and which are neither.
import type { ParsedLink } from '../../../shared/address/parse-link.ts'
import type { Block, LinkSpan } from '../blocks/block.ts'
import type { Reading } from '../blocks/draft-item.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { kindOfWords, type WordsOf } from '../words/link-words.ts'
import { archivedOriginal } from './archived-original.ts'
import { isAnother, isAuthor, isContent, isDeck, isEnumerated, isItsSite, isSign, standsAlone } from './role-of-link.ts'
import { isEntry, isLinesOfAddresses, isSparse } from './shape-of-links.ts'
import { type Usable, usableLinks } from './usable-links.ts'

export type Chosen = {
  readonly link: LinkSpan
  readonly address: ParsedLink | null
  readonly words: WordsOf
  /** The link that gives this one its name, when its own words give none (`[Title](…) [video](…)`). */
  readonly belongsTo: LinkSpan | null
  readonly alternates: string[]
}

/** The links of one block that become items, each with the other addresses of the same thing. */
export function chooseLinks(reading: Reading, index: number): readonly Chosen[] {
  const block = reading.blocks[index]
  if (!block || block.role === 'code') return []
  const usable = withoutVenues(block, reading, index, usableLinks(block, reading.addresses[index] ?? [], reading.labels))
  if (isDiscussionBelow(block, usable, reading.blocks[index - 1])) return []
  const entry = isEntry(block, usable) || isLinesOfAddresses(block, usable)
  // A paragraph that is hardly more than its links: each of them counts.
  const sparse = block.role === 'paragraph' && !entry && isSparse(block, usable)
  if (block.role === 'heading' && block.level === 1 && !reading.isListed) return []
  if (!entry && !sparse && reading.isListed && block.role === 'paragraph') return asideChoices(block, usable, reading.isPage)
  const chosen: Chosen[] = []
  let copies: string[] = []
  for (const [at, one] of usable.entries()) {
    const first = chosen[0]
    const last = chosen.at(-1)
    if (isAuthor(one, first !== undefined, reading.isSectioned) || isItsSite(one, first)) continue
    // Between the sections of a page, the way to its forum is furniture.
    if (!entry && reading.isSectioned && one.words === 'aside') continue
    const choose = (belongsTo: LinkSpan | null): void => {
      const original = one.address && archivedOriginal(one.address)
      chosen.push({
        link: one.link,
        address: one.address,
        words: one.words,
        belongsTo,
        alternates: original ? [...copies, original.url] : copies,
      })
      copies = []
    }
    const next = usable[at + 1]
    // `[📜](…) [Title](…)`: a sign in front of a title leads to a copy.
    if (isSign(one) && next?.words === 'title' && one.address && /^\s*$/.test(one.after)) {
      copies.push(one.address.url)
      continue
    }
    if (!last || !first) {
      // A page of comments, or a home page, in front of the thing itself is not the thing.
      if (one.words === 'aside' && usable.slice(at + 1).some(({ words }) => words === 'title' || words === 'media')) continue
      choose(null)
      continue
    }
    const named = chosen.findLast(({ words }) => words === 'title')
    if (one.address && last.address && one.address.comparisonKey === last.address.comparisonKey) {
      const [start, before] = [one.address.startSeconds, last.address.startSeconds]
      // Another moment of the same recording; and the moment of one that was linked from its beginning.
      if (start !== null && before !== null && start !== before) choose(null)
      else if (start !== null && before === null) chosen[chosen.length - 1] = { ...last, address: one.address }
      if (start !== null && start !== before) continue
      if (one.words === 'title' && last.words !== 'title') chosen[chosen.length - 1] = { ...last, link: one.link, words: one.words }
      else if (one.words === 'title' && !one.link.bare && !last.link.bare && block.role === 'paragraph') choose(null)
      continue
    }
    const original = one.address && archivedOriginal(one.address)
    if (one.address && original && chosen.some(({ address }) => address?.comparisonKey === original.comparisonKey)) {
      last.alternates.push(one.address.url)
      continue
    }
    // A file of something that the sentences before it name belongs to that, and not to the link before them.
    if (one.words === 'other' && !entry && block.role === 'paragraph' && /["“«][^"”»]{8,200}["”»].*[.!?]\s/su.test(one.before)) {
      choose(null)
      continue
    }
    if (
      one.words === 'other' ||
      (one.link.bare &&
        /(?<![\w./-])(?:mirror|slides|alternative|archived?|backup|doi|pdf)\b(?:\s+(?:is|are|at|here|available|from|for this|of it))*[^\w]*$/i.test(
          one.before.slice(-60),
        ))
    ) {
      if (one.address) (named ?? last).alternates.push(one.address.url)
      continue
    }
    if (one.words === 'aside') continue
    if (one.words === 'media') {
      // Slides and code stand beside the recording, whichever is named first.
      if (last === first && first.address && block.role !== 'row' && isBesideRecording(block, first)) {
        chosen[0] = {
          ...first,
          link: one.link,
          address: one.address,
          words: one.words,
          belongsTo: first.link,
          alternates: [first.address.url],
        }
        continue
      }
      // `[Title](https://speakerdeck.com/…) ([recording](…))`: the title leads to the slides of what was recorded.
      if (
        last === first &&
        first.words === 'title' &&
        first.address &&
        isDeck(first.address) &&
        one.address?.talk &&
        !isDeck(one.address)
      ) {
        chosen[0] = { ...first, address: one.address, alternates: [...first.alternates, first.address.url] }
        continue
      }
      choose((named ?? first).link)
      continue
    }
    if (one.words === 'pointer' && !one.link.bare && entry && !one.link.cut) {
      if (isEnumerated(one.before) || /^\(?(?:part )?(?:\d{1,2}|one|two|three|four|five|six|[ivx]{1,4})\)?$/i.test(one.own))
        choose((named ?? first).link)
      continue
    }
    // `GFS (https://…), MapReduce (https://…`
    if (
      one.link.bare &&
      first.link.bare &&
      /^\)?\s*[,;]\s*(?:and\s+)?\p{Lu}[^,;:.()]{1,60}\s*\($/u.test(one.before) &&
      /^\)/.test(one.after)
    ) {
      choose(null)
      continue
    }
    // `A Title <https://…> <https://…>`: the same thing in two places.
    const isSecond = one.link.bare && last.link.bare && /^[ <>]*$/.test(one.before)
    if (isSecond && block.role === 'item' && /\p{L}{3,}[^:]*$/u.test(block.text.slice(0, first.link.start)) && one.address) {
      last.alternates.push(one.address.url)
      continue
    }
    // Two bare addresses with nothing in front of the first: neither is a way to the other.
    const isPart = /\b(?:pt\.?|part)\s*\d{1,2}[\s:.)–-]*$/i.test(one.before)
    const peers = one.link.bare && first.link.bare && !one.link.cut && first.link.start < 3
    if (!entry || peers || isPart || isEnumerated(one.before) || standsAlone(one) || isContent(one) || isAnother(one)) choose(null)
  }
  return chosen
}

/** `[Title](./title.html), [HarbourConf](https://…)`: where the thing itself leads nowhere from here, what else its entry names is not the thing. */
function withoutVenues(block: Block, reading: Reading, index: number, usable: readonly Usable[]): readonly Usable[] {
  const [first] = block.links
  const isLost =
    first !== undefined &&
    block.role === 'item' &&
    first.start < 4 &&
    !first.cut &&
    reading.addresses[index]?.[0] === null &&
    /^(?![a-z][a-z0-9+.-]*:|#)/i.test(first.href) &&
    kindOfWords(block.text.slice(first.start, first.end)) === 'title'
  return isLost ? usable.filter(({ words, link }) => words !== 'title' || link.bare) : usable
}

/** The address of a thread about it, alone below the address of the thing, alone as well. */
function isDiscussionBelow(block: Block, usable: readonly Usable[], above: Block | undefined): boolean {
  const [one] = usable
  const isAlone = ({ role, text, links }: Block): boolean =>
    role === 'paragraph' && links.length === 1 && links[0]?.bare === true && text.length <= links[0].end - links[0].start + 4
  const isThread = /^https?:\/\/(?:news\.ycombinator\.com\/item\?|lobste\.rs\/s\/|(?:\w+\.)?reddit\.com\/r\/\w+\/comments\/)/
  // Under the address, in a quotation of nothing but threads.
  const areThreads =
    block.quoted && !above?.quoted && usable.length > 0 && usable.every(({ address }) => address !== null && isThread.test(address.url))
  const isOne = one?.address != null && isThread.test(one.address.url) && isAlone(block)
  return above !== undefined && isAlone(above) && (isOne || areThreads)
}

/** `slides`, `code`: what a recording is given along with. */
function isBesideRecording(block: Block, { link }: Chosen): boolean {
  return (
    !link.bare &&
    /^\W*(?:slides?|slide deck|code|repo(?:sitory)?|github|source(?: code)?|transcript)\b/i.test(block.text.slice(link.start, link.end))
  )
}

/** "We recommend reading …", right before what is to be read. */
const recommends =
  /\b(?:recommend(?:ed)?|suggest|worth)\s+(?:you\s+)?(?:to\s+)?(?:read|watch|listen)(?:ing|ing to)?(?:\s+(?:the|this|of))?[\s"“*_]*$/i

/** In a text of lists, a sentence between them recommends what is plainly something to read; the rest of its links explain. In a comment, which has no sections, a whole address is given to be opened. */
function asideChoices(block: Block, usable: readonly Usable[], isPage: boolean): readonly Chosen[] {
  return usable
    .filter(
      (one) =>
        (isContent(one) ||
          (!isPage && one.link.bare) ||
          (one.words === 'title' && recommends.test(one.before)) ||
          (one.words === 'pointer' && /^\s*:\s*\n\s*["“]?\p{Lu}/u.test(one.after) && kindOfNouns(one.own) !== null)) &&
        !isAuthor(one, false, true) &&
        one.words !== 'aside' &&
        !block.quoted,
    )
    .map(({ link, address, words }) => ({ link, address, words, belongsTo: null, alternates: [] }))
}
