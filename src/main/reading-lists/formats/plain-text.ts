// Reads plain text into blocks: comments, mails, chats, notes. Lines, list marks, footnotes and underlined headings tell where a block begins.
import { type BlockStart, openBlocks, type ReadText } from '../blocks/block.ts'
import { kindOfHeading } from '../words/kind-words.ts'
import { withoutSpeakers } from './chat-lines.ts'
import { foldPreviews } from './fold-previews.ts'
import { writeInline } from './inline-forms.ts'
import { splitRunOns } from './run-on-numbers.ts'
import { barredRows, tabbedRows } from './tabbed-rows.ts'
import { isFlowed, type Line, unfoldLines } from './unfold-lines.ts'

const bullet = /^(\s*)(?:([-*+•◦▪●‣·–—→])\s+|([・])\s*|(\d{1,3})(?:[.)]\s+|[、．]\s*)|\((\d{1,3})\)\s+|[*#]{1,4}(?=\[+https?:))(\S.*)$/
const underline = /^\s*([=\-~^"#*+])\1{2,}\s*$/
const footnote = /^\s*\[(?:\d{1,3}|\*|†)\]:?\s/
const mailHeader =
  /^(From|Subject|Date|To|Cc|Message-I[dD]|Reply-To|List-[A-Za-z]+|MIME-Version|Content-[A-Za-z-]+|In-Reply-To|References|Organization|X-[\w-]+): ?(.*)$/

/** Blocks of a plain text; title, author and date from a mail's header. */
export function readPlainText(text: string): ReadText {
  const all = splitRunOns(withoutSpeakers(foldPreviews(unfoldLines(withMarks(text), isFlowed(text)))))
  const { facts, from } = mailFacts(all)
  const lines = all.slice(from, signatureAt(all, from))
  const out = openBlocks()
  const wrapped = isWrapped(lines)
  const plain = lines.map(({ text: line }) => line)
  const [tabbed, barred] = [tabbedRows(plain), barredRows(plain)]
  let inItem = -1
  /** The words of the entry so far. */
  let said = ''
  let inParagraph = false
  const begin = (start: BlockStart): void => {
    out.begin(start)
    inParagraph = start.role === 'paragraph' || start.role === undefined
  }
  for (const [index, { text: line, quoted }] of lines.entries()) {
    if (line.trim() === '' || underline.test(line)) {
      begin({})
      inParagraph = false
      if (line.trim() === '' && !/^\s/.test(lines[index + 1]?.text ?? '')) inItem = -1
      continue
    }
    const cells = tabbed.get(index) ?? barred.get(index)?.cells
    if (cells) {
      begin({ role: 'row', quoted })
      for (const [at, cell] of cells.entries()) {
        out.beginCell(barred.get(index)?.heads[at] ?? '')
        writeInline(out, cell, 'text')
      }
      begin({})
      continue
    }
    const heading = headingOf(line, lines[index + 1]?.text ?? '', lines[index + 2]?.text ?? '')
    const listed = bullet.exec(line)
    const indent = /^\s*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
    if (heading) {
      begin({ role: 'heading', level: heading.level })
      inItem = -1
      writeInline(out, heading.words, 'text')
      begin({})
      inParagraph = false
    } else if (listed) {
      begin({ role: 'item', level: 1 + Math.floor(indent / 2), quoted, ordinal: ordinalOf(listed[4] ?? listed[5]) })
      inItem = indent
      said = listed[6] ?? ''
      writeInline(out, (listed[6] ?? '').replace(/^\[[ xX]\]\s+/, ''), 'text')
    } else if (inItem >= 0 && (indent > inItem || opensBracket(said) || /^by\s+\p{Lu}/u.test(line))) {
      said += ` ${line}`
      out.lineBreak()
      writeInline(out, line, 'text')
    } else {
      inItem = -1
      if (!inParagraph || footnote.test(line) || !wrapped) begin({ role: 'paragraph', quoted })
      else out.lineBreak()
      writeInline(out, line, 'text')
    }
  }
  return {
    title: facts.get('subject') ?? null,
    author: facts.get('from') ?? null,
    date: facts.get('date') ?? null,
    address: null,
    blocks: out.finish(),
  }
}

/** `¹`, and `¹ https://…` below: footnotes as any others, where a line begins so. */
function withMarks(text: string): string {
  if (!/^[¹²³⁴-⁹]\S*\s+\S/m.test(text)) return text
  return text.replace(/[⁰¹²³⁴-⁹]+/g, (digits) => `[${[...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')}]`)
}

/** Words under which a line of signs is drawn, `# words`, words in capitals, or a short line that ends in a colon and leads a list. */
function headingOf(line: string, next: string, afterNext: string): { readonly words: string; readonly level: number } | null {
  const words = line.trim()
  if (/https?:\/\//i.test(words)) return null
  const hashed = /^(#{1,6})\s+(\S.*?)\s*#*$/.exec(words)
  if (hashed) return { words: hashed[2] ?? '', level: hashed[1]?.length ?? 1 }
  const drawn = underline.exec(next)
  if (drawn && next.trim().length >= Math.min(words.length * 0.6, 20) && words.length <= 120)
    return { words, level: drawn[1] === '=' ? 1 : 2 }
  if (words.length > 70) return null
  const starred = /^(?:\*\*|=+\s?|--+\s?)([^\s=].*?)(?:\*\*|\s?=+|\s?--+):?$/.exec(words)
  if (starred) return { words: starred[1] ?? '', level: 3 }
  if (/\p{Lu}{3}/u.test(words) && !/\p{Ll}/u.test(words) && !bullet.test(line)) return { words, level: 3 }
  const leads = bullet.test(next) || (next.trim() === '' && bullet.test(afterNext)) || /^\s+https?:\/\//.test(next)
  const plain = words.split(/\s+/).length <= 7 && !/\b(?:I|I'm|you|we|is|are|here)\b/.test(words)
  // `Books`, with a list right under it.
  if (bullet.test(next) && !bullet.test(line) && /^\p{Lu}[\p{L}&]*(?:\s[\p{L}&]+){0,2}$/u.test(words) && kindOfHeading(words) !== null)
    return { words, level: 5 }
  return /[^\s:]:$/.test(words) && leads && plain && !bullet.test(line) ? { words: words.slice(0, -1), level: 5 } : null
}

/** Text broken at a width goes on in the next line; where lines run long, every line is a paragraph. */
function isWrapped(lines: readonly Line[]): boolean {
  const words = lines.filter(({ text }) => !/https?:\/\//.test(text))
  const widest = words.reduce((most, { text }) => Math.max(most, text.length), 0)
  return widest <= 100 && words.filter(({ text }) => text.length > 50).length >= 2
}

/** A remark in brackets that the line does not end goes on in the next one, wherever that begins. */
function opensBracket(words: string): boolean {
  return words.length < 400 && /\s\([^()]*$/.test(words)
}

function ordinalOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

/** A mail's header stands first and has at least two of its lines. */
function mailFacts(lines: readonly Line[]): { readonly facts: ReadonlyMap<string, string>; readonly from: number } {
  const facts = new Map<string, string>()
  let from = 0
  for (const { text } of lines.slice(0, 60)) {
    const match = mailHeader.exec(text)
    if (!match && !(facts.size > 0 && /^\s+\S/.test(text))) break
    if (match?.[1] && match[2]) facts.set(match[1].toLowerCase(), match[2].trim())
    from += 1
  }
  if (facts.size < 2) return { facts: new Map(), from: 0 }
  const sender = facts.get('from')
  if (sender) facts.set('from', sender.replace(/\s*<[^<>]*>\s*$/, '').replace(/^"(.*)"$/, '$1'))
  return { facts, from }
}

/** Where a mail's signature begins: `-- ` on a line of its own, near the end. */
function signatureAt(lines: readonly Line[], from: number): number {
  const at = lines.findLastIndex(({ text, quoted }) => !quoted && (text === '-- ' || text === '--'))
  return at > from && lines.length - at <= 20 ? at : lines.length
}
