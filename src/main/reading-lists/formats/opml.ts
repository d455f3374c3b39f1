// Reads OPML: an outline of feeds or links. `htmlUrl` is the page people read, `xmlUrl` its feed, `url` a link of type link.
import { type BlockWriter, openBlocks, type ReadText } from '../blocks/block.ts'

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!--[\s\S]*?-->/g
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Every outline with an address, under the outlines without one. XML is read tag by tag, so a broken file gives what it has. */
export function readOpml(text: string): ReadText {
  const out = openBlocks()
  const facts = new Map<string, string>()
  let depth = 0
  for (const match of text.matchAll(tag)) {
    const [, closing, name = '', attributes = '', closed] = match
    if (/^(?:title|ownerName|dateCreated|dateModified)$/.test(name) && closing === '') {
      const words = text.slice(match.index + match[0].length, match.index + match[0].length + 500).split('<', 1)[0]
      if (words?.trim() && !facts.has(name)) facts.set(name, decodeXml(words.trim()))
    }
    if (name.toLowerCase() !== 'outline') continue
    if (closing === '/') {
      depth = Math.max(0, depth - 1)
      out.begin({ role: 'heading', level: Math.min(6, depth + 1), closes: true })
      continue
    }
    writeOutline(out, attributesOf(attributes), depth)
    if (closed !== '/') depth += 1
  }
  return {
    title: facts.get('title') ?? null,
    author: facts.get('ownerName') ?? null,
    date: facts.get('dateCreated') ?? facts.get('dateModified') ?? null,
    address: null,
    blocks: out.finish(),
  }
}

function writeOutline(out: BlockWriter, facts: ReadonlyMap<string, string>, depth: number): void {
  const first = (...names: readonly string[]) =>
    names.map((name) => facts.get(name)).find((value) => value !== undefined && value !== '') ?? null
  const title = first('title', 'text')
  const page = first('htmlurl', 'url')
  const feed = first('xmlurl')
  const address = page ?? feed
  if (!address) {
    if (!title) return
    out.begin({ role: 'heading', level: Math.min(6, depth + 1) })
    out.text(title)
    return
  }
  const isFeed = feed !== null || /^(?:rss|atom)$/i.test(first('type') ?? '')
  out.begin({
    role: 'item',
    level: depth + 1,
    given: {
      title,
      by: first('author', 'creator'),
      note: first('description', '_note', 'comment'),
      kindWords: isFeed ? 'feed' : (first('category') ?? ''),
      durationSeconds: null,
      alternates: page && feed && feed !== page ? [feed] : [],
    },
  })
  out.openLink(address)
  out.text(title ?? address)
  out.closeLink()
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(attribute))
    found.set(name.toLowerCase(), decodeXml(double ?? single ?? '').trim())
  return found
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return named[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
