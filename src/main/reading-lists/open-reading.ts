// Prepares a read text for the rules: every address found and understood, the headings above each block, and whether it is a list at all.
import type { ParsedLink } from '../../shared/address/parse-link.ts'
import type { Block, LinkSpan, ReadText } from './blocks/block.ts'
import type { Reading } from './blocks/draft-item.ts'
import { splitBoldHeading } from './layout/bold-headings.ts'
import { splitLabelledLines } from './layout/labelled-lines.ts'
import { itemsOfNumbers } from './layout/numbered-paragraphs.ts'
import { splitSignedLines } from './layout/signed-lines.ts'
import { splitFootnotes } from './layout/split-footnotes.ts'
import { withBareLinks } from './links/bare-links.ts'
import { readAddress } from './links/read-address.ts'
import { repeatedWords } from './links/repeated-words.ts'

/** `base`: what relative links are resolved against. `hosts`: addresses without a scheme count. */
export function openReading(read: ReadText, { base, hosts }: { readonly base: string | null; readonly hosts: boolean }): Reading {
  const signed = splitSignedLines(itemsOfNumbers(read.blocks.map((block) => withBareLinks(block, hosts))))
  const blocks = splitLabelledLines(signed.flatMap(splitBoldHeading))
    .flatMap(splitFootnotes)
    .filter((block, at, all) => !(isOrnament(block) && all[at - 1]?.role === 'heading'))
  const addressOf = addressReader(base)
  const addresses = blocks.map(({ links }) => links.map((link) => (link.cut ? null : addressOf(link))))
  const title = read.title ?? titleHeading(blocks)
  return {
    blocks,
    addresses,
    headings: headingsOf(blocks, title),
    labels: repeatedWords(blocks, addresses),
    isListed: isListed(blocks, addresses),
    isSectioned: blocks.some(({ role }) => role === 'heading'),
    isPage: blocks.some(({ role, level }) => role === 'heading' && level < 5),
    title,
    topic: promisedBy(blocks) ?? oneThing(hosts ? titleHeading(blocks) : title),
  }
}

/** Reads every address once: an index and footnotes repeat them, and reading one is the dearest step of a long text. */
function addressReader(base: string | null): (link: LinkSpan) => ParsedLink | null {
  const known = new Map<string, ParsedLink | null>()
  return ({ href, bare }) => {
    const key = `${bare} ${href}`
    const before = known.get(key)
    if (before !== undefined) return before
    const read = readAddress(href, bare, base)
    known.set(key, read)
    return read
  }
}

/** "A release, some actions, a number of talks" promises several things, and so none. */
function oneThing(title: string | null): string | null {
  return title === null || /,[^,]*,/.test(title) ? null : title
}

/** A line of stars. */
function isOrnament({ role, text, links }: Block): boolean {
  return role === 'paragraph' && links.length === 0 && !/[\p{L}\p{N}]/u.test(text)
}

/** `A list of papers essential to …`: what the first sentence of a page says the whole is made of; null when it says several things, or nothing. */
function promisedBy(blocks: readonly Block[]): string | null {
  const [head, intro] = blocks
  if (head?.role !== 'heading' || intro?.role !== 'paragraph') return null
  return (
    /^(?:An?|My|The|This is an?)\s(?:[\w-]+\s){0,3}(?:list|collection|selection) of\s(?:[\w-]+\s){0,3}(papers|talks|videos|books|podcasts)\b(?!\s*(?:,|and\b|&|\/))/i.exec(
      intro.text,
    )?.[1] ?? null
  )
}

/** The one heading of the highest level, when it stands before everything that is linked in lists. */
function titleHeading(blocks: readonly Block[]): string | null {
  const first = blocks.find(({ role }) => role === 'heading')
  if (!first || first.level > 1) return null
  return blocks.filter(({ role, level }) => role === 'heading' && level === 1).length === 1 ? headingWords(first) : null
}

function headingsOf(blocks: readonly Block[], title: string | null): readonly (readonly string[])[] {
  const path: { level: number; words: string }[] = []
  return blocks.map((block) => {
    const { role, level } = block
    if (role === 'heading') {
      const text = headingWords(block)
      while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop()
      // The title of the whole is said once, over all of it.
      if (text !== title && text !== '') path.push({ level, words: text.replace(/\s+/g, ' ').slice(0, 200) })
    }
    return path.map(({ words }) => words)
  })
}

/** Without the badges that stand in it. */
function headingWords({ text, links }: Block): string {
  const bare = links.filter(({ image }) => image).reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), text)
  return bare.replace(/🖼/gu, ' ').replace(/\s+/g, ' ').trim()
}

/** More entries with links than sentences with them, and three at least. */
function isListed(blocks: readonly Block[], addresses: Reading['addresses']): boolean {
  let entries = 0
  let sentences = 0
  for (const [index, { role, links }] of blocks.entries()) {
    const count = addresses[index]?.filter((address, at) => address !== null && !links[at]?.image).length ?? 0
    if (role === 'paragraph') sentences += count
    else if (count > 0) entries += 1
  }
  // A comment may end a list with a sentence that recommends; a page with headings explains itself between its lists.
  const sections = blocks.some(({ role }) => role === 'heading')
  return entries >= (sections ? 3 : 8) && entries * 2 > sentences
}
