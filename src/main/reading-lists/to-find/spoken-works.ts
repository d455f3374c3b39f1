// Works that a sentence without any link names: whose they are, or that they are worth reading, stands right beside their quotation marks.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import type { DraftItem } from '../blocks/draft-item.ts'
import { capitalShare } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { endOfName, nameSource } from '../words/names-in-words.ts'
import { couldBeTitle } from '../words/quoted-words.ts'
import { lastSentence } from '../words/title-in-sentence.ts'
import type { Found } from './found-work.ts'
import { proseWorks } from './prose-works.ts'

const spoken = new RegExp(
  String.raw`(${nameSource}|\d\p{L}+)(?:'s|’s)\s+(?:\w+\s+){0,2}(?:book|talk|paper|essay|article|lecture|keynote|series|course|videos?|thesis),?\s+["“]([^"”\n]{4,150})["”]|["“]([^"”\n]{4,150})["”],?\s+(?:an? |the )?(?:(?:book|talk|paper|essay|article|lecture|keynote)\s+)?(?:by|von|par)\s+(${nameSource})`,
  'gu',
)

/** `First Last's "A Title of Some Words"`: without a noun only a whole name and a whole title are sure to be a work. */
const possessed = /(\p{Lu}[\p{L}.-]+(?:\s+\p{Lu}[\p{L}.-]*){1,3})(?:'s|’s)\s+["“]([^"”\n\s]+(?:\s+[^"”\n\s]+){2,14})["”]/gu

/** `Appel's "A Title of Some Words"`, `Cooper and Torczon "A Title"`: a surname is enough before a title in capitals. */
const surnamed =
  /(\p{Lu}[\p{L}-]{2,}(?:(?:,\s+\p{Lu}[\p{L}-]{2,})*,?\s+(?:and|&)\s+\p{Lu}[\p{L}-]{2,}|(?:'s|’s)))\s+["“]([^"”\n\s]+(?:\s+[^"”\n\s]+){2,14})["”]/gu

/** `"A Title of Words" (Hamming)`, one beside the other in a sentence. */
const inBrackets =
  /["“]([^"”\n\s]+(?:\s+[^"”\n\s]+){2,14})["”]\s+\((\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){0,2}(?:\s+(?:and|&)\s+\p{Lu}[\p{L}'’-]+)?)\)/gu

/** `make sure you read "A Title of Many Words"`: told to be read, and long enough to be sure. */
const advice =
  /\b(?:(?:read|watch|listen to|start with|check out|recommend)\s+(?:(?:the|his|her|their|a|this)\s+)?(?:(?:paper|talk|book|article|essay|classic|video)\s+)?["“](?=\S+\s+\S+\s+\S+\s+\S)|recommend\s+(?:reading|watching)\s+["“])([^"”\n\s]+(?:\s+[^"”\n\s]+){1,14})["”]/gi

/** `Ada's new book "A Title of Words"`: the noun stands right before it, and whose it is before that. */
const nouned = new RegExp(
  String.raw`\b(book|talk|paper|essay|article|lecture|keynote|thesis)s?(?:\s+by\s+(${nameSource}))?,?\s+(?:called\s+|titled\s+|entitled\s+|named\s+)?["“]([^"”\n\s]+(?:\s+[^"”\n\s]+){1,14})["”]`,
  'gu',
)
/** Somebody recommends what stands behind the noun. */
const praises =
  /\b(?:recommend|suggest|favou?rite|best|great|greatest|excellent|fantastic|wonderful|superb|brilliant|classic|must[- ]|amazing|check out|look (?:for|at|into)|start with|love|enjoy|worth)[^.!?]*$/i

/** `For me it is "A Title of Words". I have seen it several times`: nothing else is named, and somebody liked it. */
const liked =
  /\b(?:favou?rites?|for me|seen it|watched it|read it|several times|loved?|always learn|must[- ](?:read|watch)|recommend(?:ed)?|can't go wrong|changed (?:my|the way|how))\b/i
const named = /["“]([^"”\n\s]+(?:\s+[^"”\n\s]+){3,14})["”]/g

const byBehind = new RegExp(String.raw`^,?\s+by\s+(${nameSource})`, 'u')

/**
 * `"Title" by Name`, `Name's talk "Title"`, `First Last's "A Title of Some Words"`, `read "A Title of Many Words"`. `promised`: the kind the text
 * says; `told`: what the text as a whole speaks of.
 */
export function spokenWorks(whole: Block, promised: () => ListKind, told: ListKind | null = null): readonly Found[] {
  const block = { ...whole, text: withDoubleMarks(whole.text) }
  if (block.links.length > 0 || block.role === 'row' || (block.marks.length === 0 && !/["“]/.test(block.text))) return []
  const kind = promised()
  const spans = block.marks.filter((mark) => mark.kind === 'em')
  // What a footnote links is named there.
  const isCited = (match: RegExpExecArray): boolean => /^[\s,.”"]*\[\^?\d{1,3}\]/.test(block.text.slice(match.index + match[0].length))
  const found = [...block.text.slice(0, 4_000).matchAll(spoken)].filter((match) => !isCited(match))
  const quoted = found.map((match): Found => {
    const title = (match[2] ?? match[3] ?? '').replace(/[,.;]$/, '')
    return {
      title: cleanTitle(title),
      by: endOfName(match[1] ?? match[4] ?? '') || null,
      kind: kindOfNouns(match[0].replace(title, '')) ?? kind,
      at: match.index,
      said: whole.text.slice(0, 2_000),
    }
  })
  const slanted = spans.flatMap(({ start, end }, at): readonly Found[] => {
    const title = block.text.slice(start, end)
    // `*A Title* and *Another* by Somebody`: the name is both's.
    const next = spans[at + 1]
    const last = next && /^,?\s*(?:and|&|,)\s*$/.test(block.text.slice(end, next.start)) ? next.end : end
    const by = byBehind.exec(block.text.slice(last, last + 120))?.[1]
    return by && couldBeTitle(title)
      ? [{ title: cleanTitle(title), by: endOfName(by), kind, at: start, said: whole.text.slice(0, 2_000) }]
      : []
  })
  const advised = [...block.text.slice(0, 4_000).matchAll(advice)]
    .filter(
      (match) =>
        !isCited(match) && capitalShare(match[1] ?? '') >= 0.7 && !quoted.some(({ title }) => title === cleanTitle(match[1] ?? '')),
    )
    .map((match): Found => {
      const title = cleanTitle((match[1] ?? '').replace(/[,.;]$/, ''))
      const about = kindOfNouns(lastSentence(block.text.slice(0, match.index + 1)).replace(/s\b/g, '')) ?? kind
      return { title, by: null, kind: about, at: match.index, said: whole.text.slice(0, 2_000) }
    })
  const owned = [...block.text.slice(0, 4_000).matchAll(possessed)]
    .filter((match) => !isCited(match) && capitalShare(match[2] ?? '') >= 0.6 && !quoted.some(({ at }) => at === match.index))
    .map((match): Found => {
      const title = cleanTitle((match[2] ?? '').replace(/[,.;]$/, ''))
      return { title, by: match[1] ?? null, kind: kind === 'article' ? 'book' : kind, at: match.index, said: whole.text.slice(0, 2_000) }
    })
  const taken = [...quoted, ...advised, ...owned, ...slanted]
  const isFree = (match: RegExpExecArray, title: string): boolean =>
    !isCited(match) && capitalShare(title) >= 0.7 && !taken.some((one) => one.title === cleanTitle(title.replace(/[,.;]$/, '')))
  const called = [...block.text.slice(0, 4_000).matchAll(nouned)].flatMap((match): readonly Found[] => {
    const before = block.text.slice(0, match.index)
    const owner = new RegExp(`(${nameSource})(?:'s|’s|s)\\s[^.!?]{0,30}$`, 'u').exec(before)?.[1]?.replace(/['’]$/, '')
    const by = match[2] === undefined ? owner : endOfName(match[2])
    const title = match[3] ?? ''
    if (
      (by === undefined && !praises.test(lastSentence(before))) ||
      (title.split(/\s+/).length < 3 && !praises.test(before)) ||
      !isFree(match, title)
    )
      return []
    return [
      {
        title: cleanTitle(title.replace(/[,.;]$/, '')),
        by: by ?? null,
        kind: kindOfNouns(match[1] ?? '') ?? kind,
        at: match.index,
        said: whole.text.slice(0, 2_000),
      },
    ]
  })
  const bySurname = [...block.text.slice(0, 4_000).matchAll(surnamed)]
    .filter((match) => isFree(match, match[2] ?? '') && !called.some(({ title }) => title === cleanTitle(match[2] ?? '')))
    .map((match): Found => {
      const title = cleanTitle((match[2] ?? '').replace(/[,.;]$/, ''))
      const by = (match[1] ?? '').replace(/['’]s$/, '')
      return { title, by, kind: kind === 'article' ? 'book' : kind, at: match.index, said: whole.text.slice(0, 2_000) }
    })
  // One alone may be anything's: a quotation and its source.
  const marked = [...block.text.slice(0, 4_000).matchAll(inBrackets)]
  const bracketed = (marked.length < 2 ? [] : marked)
    .filter((match) => isFree(match, match[1] ?? ''))
    .map((match): Found => {
      const title = cleanTitle((match[1] ?? '').replace(/[,.;]$/, ''))
      return { title, by: match[2] ?? null, kind: kind === 'article' ? 'book' : kind, at: match.index, said: whole.text.slice(0, 2_000) }
    })
  const all = [...block.text.slice(0, 4_000).matchAll(named)]
  const [only] = all
  const alone =
    only &&
    all.length === 1 &&
    taken.length + called.length + bySurname.length + bracketed.length === 0 &&
    liked.test(block.text) &&
    !/\bseries\b/i.test(block.text) &&
    isFree(only, only[1] ?? '') &&
    told !== null
      ? [
          {
            title: cleanTitle((only[1] ?? '').replace(/[,.;]$/, '')),
            by: null,
            kind: told,
            at: only.index,
            said: whole.text.slice(0, 2_000),
          },
        ]
      : []
  return [...taken, ...called, ...bySurname, ...bracketed, ...alone]
}

/** `'A Title'` as `“A Title”`, letter for letter. */
function withDoubleMarks(text: string): string {
  return text.replace(/(?<=^|[\s(,:])'(\p{Lu}[^'\n]{7,150})'(?=$|[\s.,;:)?!])/gu, '“$1”')
}

/** `The movie *A Title* shows …`: what an entry begins with, said to be a work. */
export const nounFirst = /^(?:The|This)\s+(?:\w+\s+)?(movie|film|documentary|book|novel|paper|essay|talk|lecture|podcast)\s+["“]?$/

/** The work an entry begins with, set apart: its noun stands before it, or its maker behind it. */
function firstWork({ text, role, marks }: Block, promised: () => ListKind): readonly Found[] {
  const mark = marks.find(({ kind, start }) => kind !== 'code' && (start < 2 || nounFirst.test(text.slice(0, start))))
  if (role !== 'item' || mark === undefined) return []
  const title = text.slice(mark.start, mark.end)
  const by = byBehind.exec(text.slice(mark.end, mark.end + 120))?.[1]
  if (!couldBeTitle(title) || (mark.start < 2 && by === undefined)) return []
  const kind = mark.start < 2 ? promised() : (kindOfNouns(text.slice(0, mark.start)) ?? 'other')
  return [{ title: cleanTitle(title), by: by === undefined ? null : endOfName(by), kind, at: mark.start, said: text.slice(0, 2_000) }]
}

/**
 * The works a sentence names beside its links, whose they are said with them: none that a link of the block is called by, and none that stands
 * right in front of a link whose title is not known.
 */
export function worksBeside(block: Block, linked: readonly DraftItem[], promised: () => ListKind): readonly Found[] {
  const spoken = spokenWorks({ ...block, links: [] }, promised).filter(({ by }) => by !== null)
  const plain = proseWorks({ ...block, links: [] }, promised).filter(({ title }) => !spoken.some((one) => one.title === title))
  const first = firstWork(block, promised).filter(({ title }) => ![...spoken, ...plain].some((one) => one.title === title))
  return [...first, ...spoken, ...plain].filter(({ title, by, at }) => {
    if (title === null) return false
    const end = block.text.indexOf(title, at) + title.length
    const isLinked = linked.some(
      (one) =>
        (one.link !== null && one.link.start <= at && at < one.link.end) ||
        (one.title !== null && (plainTitle(one.title).includes(plainTitle(title)) || plainTitle(title).includes(plainTitle(one.title)))),
    )
    const next = linked.find(({ link }) => link !== null && link.start >= end)
    const named = by === null ? -1 : block.text.indexOf(by, end)
    const behind = named >= end && named < end + 12 ? named + (by?.length ?? 0) : end
    const between = next?.link ? block.text.slice(behind, next.link.start) : ''
    // "…, and this talk: https://…" leads to another thing.
    const leadsTo = next?.title === null && !/[.;!?\n"“]|\b(?:and|plus|or)\s+(?:this|that|another|an?)\s/.test(between)
    return !isLinked && !leadsTo
  })
}

/** The letters and digits of a title, as two spellings of it share them. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
