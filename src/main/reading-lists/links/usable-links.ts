// The links of a block that are no furniture, each with what its words are: choose-links.ts decides which of them are things to read.
import type { ParsedLink } from '../../../shared/address/parse-link.ts'
import type { Block, LinkSpan } from '../blocks/block.ts'
import { kindOfWords, looksLikeName, type WordsOf } from '../words/link-words.ts'
import { isAboutTheList, isFurniture, isProfile } from './furniture.ts'

export type Usable = {
  readonly link: LinkSpan
  readonly address: ParsedLink | null
  readonly words: WordsOf
  readonly own: string
  readonly before: string
  readonly after: string
}

/** What stands for a picture's description where nobody wrote one. */
const noWords =
  /^(?:(?:image )?alt(?:ernative)? text(?: here)?|(?:(?:youtube|vimeo) )?(?:video )?(?:player|thumb(?:nail)?|preview|still|cover|poster|play(?: button)?|image|picture|screenshot)|(?:youtube |vimeo )?video|embedded (?:video|player)|watch (?:the|this) video|img|logo|\d+)$/i

/** In their order; `addresses`: the parsed address of each link of the block; `labels`: words that only tell where things are kept. A cut link stays, without an address. */
export function usableLinks(block: Block, addresses: readonly (ParsedLink | null)[], labels: ReadonlySet<string>): readonly Usable[] {
  const found: Usable[] = []
  let from = 0
  for (const [at, link] of block.links.entries()) {
    const address = link.cut ? null : (addresses[at] ?? null)
    const words = block.text.slice(link.start, link.end)
    const before = block.text.slice(from, link.start)
    const after = block.text.slice(link.end, block.links[at + 1]?.start ?? block.text.length)
    from = link.end
    if (!address && (!link.cut || isAboutTheList(lineAt(block.text, link)))) continue
    if (address && isFurniture(address, { words: link.bare ? '' : words, line: lineAt(block.text, link), href: link.href })) continue
    // `[owner](…)/[repository](…)`, `[Ada Example](…): [A Title](…)`
    if (address && isProfile(address) && /^\s*[/:–—-]\s*["“*_]*$/.test(after) && block.links[at + 1] !== undefined) continue
    if (address && isProfile(address) && !(block.role === 'item' && found.length === 0 && !isPersonal(address) && link.start < 4)) continue
    if (address !== null && isMaker(block, link, address)) continue
    // Who told of it: `(via https://…)`, `- seen via https://…`.
    if (/(?:^|[([])\s*(?:(?:seen|found|spotted|heard|discovered)\s+)?(?:via|h\/t|hat[- ]tip(?: to)?)\s*:?\s*$/i.test(before)) continue
    if (isVenue(block, link, before) || (address !== null && isWhereGiven(link, before, address))) continue
    // A picture is a link to read only when it is the still of a recording, or the cover of a book.
    if (link.image && !address?.talk && address?.kind !== 'book') continue
    const plain = link.image ? words.replace(noWords, '') : words
    const isLabel = !link.bare && labels.has(words.trim().toLowerCase()) && kindOfWords(plain) === 'title'
    found.push({
      link,
      address,
      words: link.bare ? 'pointer' : isLabel ? 'media' : wordsOf(plain, before, address, found.at(-1)),
      own: words,
      before,
      after,
    })
  }
  return found
}

/** What a link's words are; of those that only point, what the label in front of them is: `Discussion: [here](…) and [here](…)`. */
function wordsOf(own: string, before: string, address: ParsedLink | null, previous: Usable | undefined): WordsOf {
  // `[A Title](…)[°](…)`: a sign right behind a link leads to another copy of it.
  if (previous && before === '' && own !== '' && !/[\p{L}\p{N}]/u.test(own)) return 'other'
  const words = kindOfWords(own)
  // `A Title: [slideshare](https://www.slideshare.net/…)`, `*A Title* - [ACM Queue](https://queue.acm.org/…)`: only where it is.
  if (
    words === 'title' &&
    address &&
    isNameOfHost(own, address) &&
    (address.kind === 'talk' || own.includes('.') ? behindTitle : behindSetTitle).test(before)
  )
    return 'media'
  if (words !== 'pointer') return words
  const label = /(?:^|[\n.;|])\s*([^.:\n|]{2,40}):\s*$/.exec(before)?.[1]
  // "the slides are [here](…)"
  const named = /\b(?:the|and|with) (slides|slide deck|transcript|code|source code|recording|video) (?:is|are|can be found) $/i.exec(
    before,
  )?.[1]
  if (named !== undefined && !own.includes('://')) return kindOfWords(named)
  const told = label === undefined ? (/^\s*(?:,|and|,\s*and)\s*$/.test(before) ? previous?.words : undefined) : kindOfWords(label)
  return told === 'aside' || told === 'other' ? told : words
}

const behindTitle = /\p{L}{2}[^.!?]*[:(|–—-]\s*$/u
/** As `behindTitle`, where the name of whose it is stands before the title as well, or the title in quotation marks. */
const behindSetTitle = /^\W*\p{Lu}[\p{L}. ]{3,40}:\s+\S.{3,120}\s[–—-]\s*$|["”»]\s*[(–—-]\s*$/u

/** `slideshare` for www.slideshare.net, `ACM Queue` for queue.acm.org. */
function isNameOfHost(words: string, address: ParsedLink): boolean {
  const host = new URL(address.url).hostname.replace(/^www\./, '')
  if (words.trim().toLowerCase() === host) return true
  const names = host.replaceAll('-', '').split('.').slice(0, -1)
  const parts = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const joined = parts.join('')
  return joined.length > 2 && (names.includes(joined) || parts.every((part) => names.includes(part)))
}

/** "I gave a talk about knots at [HarbourConf](…)": the conference, unless it is the recording. */
function isWhereGiven(link: LinkSpan, before: string, address: ParsedLink): boolean {
  return (
    !link.bare &&
    address.kind !== 'talk' &&
    /\b(?:gave|give|giving|did|presented|spoke|speaking)\b[^.!?\n]{0,80}\s(?:at|for)(?: the)?\s*$/i.test(before.slice(-120))
  )
}

/** `**A Title**, by Ada Example and [Bo Second](https://bo.example.org/)`: one of those who made what the entry begins with. */
function isMaker({ text, marks }: Block, { start, end, bare }: LinkSpan, address: ParsedLink): boolean {
  const isHome = /^\/(?:~[\w.-]+\/?)?$/.test(new URL(address.url).pathname)
  const isHeaded = marks.some((mark) => mark.kind !== 'code' && mark.start < 2 && mark.end < start)
  const lead = text.slice(Math.max(0, start - 200), start).replace(/\s+/g, ' ')
  return !bare && isHome && isHeaded && looksLikeName(text.slice(start, end)) && /\bby\s+\p{Lu}[^.;:!?]{0,160}(?:,|\sand|&)\s+$/u.test(lead)
}

const aboutHead =
  /^\W*(?:venue|event|conference|where|speakers?|authors?|by|place|location|publisher|organi[sz]ers?|university|school|website)\W*$/i

/** Where it was given, or by whom: `… presented at [HarbourConf](…)`, and the cell of a row under such a head when another cell links as well. */
function isVenue(block: Block, link: LinkSpan, before: string): boolean {
  if (/\b(?:presented|given|delivered|held|recorded|spoken?|premiered) (?:at|for|during)(?: the)?\s*$/i.test(before)) return !link.bare
  // `**A Title ([RopeConf](…))**`: what is set apart is the title with its place.
  const isBracketed = before.endsWith('(') && block.text[link.end] === ')' && !link.bare
  if (isBracketed && block.marks.some(({ kind, start, end }) => kind === 'strong' && start < 3 && start < link.start - 8 && link.end < end))
    return true
  const cellOf = (one: LinkSpan): Block['cells'][number] | undefined =>
    block.cells.find(({ start, end }) => start <= one.start && one.end <= end)
  return aboutHead.test(cellOf(link)?.head ?? '') && block.links.some((one) => !aboutHead.test(cellOf(one)?.head ?? ''))
}

/** Accounts of people, as against organisations on code hosts and channels. */
function isPersonal(address: ParsedLink): boolean {
  return !/^(?:(?:www|m)\.)?(?:github\.com|gitlab\.com|youtube\.com|t\.me)$/.test(new URL(address.url).hostname)
}

/** The line of a link, as far as it is one: what stands further off than a long line is wide says nothing of it. */
function lineAt(text: string, { start, end }: LinkSpan): string {
  const before = text.slice(Math.max(0, start - 400), start)
  const after = text.slice(end, end + 400)
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + after.split('\n', 1)[0]
}
