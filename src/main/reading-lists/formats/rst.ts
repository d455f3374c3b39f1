// Reads reStructuredText into blocks: underlined titles, targets named elsewhere (`.. _name: address`), anonymous targets, directives left out.
import { openBlocks, type ReadText } from '../blocks/block.ts'
import { writeInline } from './inline-forms.ts'
import { tableAt } from './rst-tables.ts'

const underline = /^([=\-~^"'#*+.:`_])\1{2,}\s*$/
const list = /^(\s*)(?:[-*+•]|(\d{1,3}|#)[.)]|\((\d{1,3})\))\s+(\S.*)$/
const reference = /`([^`<>\n]{1,300})`(__?)(?![\w])|(?<![\w`])([A-Za-z0-9][\w.-]{0,100}?)(__?)(?![\w`])/g
/** `` `words <name_>`_ ``: words of their own for a target that is named elsewhere. */
const alias = /`([^`<>\n]{1,300}?)\s*<([^<>\n]{1,100})_>`__?(?!\w)/g

/** Blocks of a reStructuredText; named references become the links their targets give. */
export function readRst(text: string): ReadText {
  const { named, anonymous } = targetsOf(text)
  const levels: string[] = []
  const out = openBlocks()
  const lines = joinReferences(withNotes(text)).split('\n')
  let indent = -1
  let skipBelow = -1
  let nextAnonymous = 0
  const facts = new Map<string, string>()
  const resolve = (line: string): string =>
    line
      .replace(alias, (whole, words: string, name: string) => {
        const target = named.get(nameOf(name.replaceAll('`', '')))
        return target === undefined ? whole : `\`${words} <${target}>\`_`
      })
      .replace(
        reference,
        (whole, quoted: string | undefined, quotedEnd: string | undefined, word: string | undefined, wordEnd: string | undefined) => {
          const words = quoted ?? word ?? ''
          const target = (quotedEnd ?? wordEnd) === '__' ? anonymous[nextAnonymous++] : named.get(nameOf(words))
          return target === undefined ? whole : `\`${words} <${target}>\`_`
        },
      )
  let behindTable = 0
  for (const [index, line] of lines.entries()) {
    if (index < behindTable) continue
    const depth = /^\s*/.exec(line)?.[0].length ?? 0
    if (line.trim() === '') {
      out.begin({})
      continue
    }
    if (skipBelow >= 0 && depth > skipBelow) continue
    skipBelow = -1
    const table = tableAt(lines, index)
    if (table) {
      for (const row of table.rows) {
        out.begin({ role: 'row' })
        for (const [at, cell] of row.entries()) {
          out.beginCell(table.heads[at] ?? '')
          writeInline(out, resolve(cell), 'rst')
        }
      }
      out.begin({})
      behindTable = table.end
      indent = -1
      continue
    }
    const field = /^:([\w -]{1,40}):(?:\s+(.*))?$/.exec(line)
    if (field?.[1]) {
      facts.set(field[1].toLowerCase(), field[2] ?? '')
      continue
    }
    if (/^\s*(?:\.\.\s|\.\.$|__\s+\S)/.test(line)) {
      // What an admonition or a note says is text; pictures, code, targets and comments are not.
      if (!/^\s*\.\.\s+(?:note|tip|seealso|admonition|topic|hint|important|epigraph|pull-quote)::/i.test(line)) skipBelow = depth
      continue
    }
    if (underline.test(line)) continue
    const drawn = underline.exec(lines[index + 1] ?? '')
    if (drawn?.[1] && depth === 0 && (lines[index + 1] ?? '').trim().length >= Math.min(line.trim().length, 4)) {
      if (!levels.includes(drawn[1])) levels.push(drawn[1])
      out.begin({ role: 'heading', level: Math.min(6, levels.indexOf(drawn[1]) + 1) })
      writeInline(out, resolve(line.trim()), 'rst')
      out.begin({})
      indent = -1
      continue
    }
    const item = list.exec(line)
    if (item) {
      out.begin({
        role: 'item',
        level: 1 + Math.floor(depth / 2),
        ordinal: /^\d/.test(item[2] ?? item[3] ?? '') ? Number(item[2] ?? item[3]) : null,
      })
      indent = depth
      writeInline(out, resolve(item[4] ?? ''), 'rst')
      continue
    }
    if (indent >= 0 && depth > indent && out.length() === 0) out.begin({ role: 'paragraph' })
    else if (indent >= 0 && depth <= indent) {
      out.begin({})
      indent = -1
    }
    out.lineBreak()
    writeInline(out, resolve(line), 'rst')
    if (/::\s*$/.test(line) && !/https?:\S*::\s*$/.test(line)) skipBelow = depth
  }
  // Of several headings of the highest level none is the title: open-reading.ts finds it.
  return { title: null, author: facts.get('author') ?? null, date: facts.get('date') ?? null, address: null, blocks: out.finish() }
}

/** Footnotes and citations (`[1]_` and `.. [1] …`, `[Smith]_`, `[#name]_`) as the rules for footnotes know them, in Markdown's spelling. */
function withNotes(text: string): string {
  return text.replace(/^\.\.[ \t]+\[#?([\w-]{1,40})\][ \t]+/gm, '[^$1]: ').replace(/(?<![\w`])\[#?([\w-]{1,40})\]_(?![\w`])/g, '[^$1]')
}

/** `.. _name: address`, `` .. _`long name`: address ``, `.. __: address`, `__ address`; an address may stand on the line below. */
function targetsOf(text: string): { readonly named: ReadonlyMap<string, string>; readonly anonymous: readonly string[] } {
  const named = new Map<string, string>()
  const anonymous: string[] = []
  for (const [, quoted, plain, address] of text.matchAll(
    /^[ \t]*\.\.[ \t]+_(?:`([^`\n]+)`|((?:\\:|[^:\n])+)):[ \t]*\n?[ \t]*(\S+)[ \t]*$/gm,
  )) {
    const name = quoted ?? plain ?? ''
    if (!address || !/[./]/.test(address)) continue
    if (name === '_') anonymous.push(address)
    else named.set(nameOf(name), address)
  }
  for (const [, address] of text.matchAll(/^[ \t]*__[ \t]+(https?:\/\/\S+)[ \t]*$/gm)) if (address) anonymous.push(address)
  return { named, anonymous }
}

/** A reference that goes over lines becomes one line: `` `a long\n  title <address>`_ ``. */
function joinReferences(text: string): string {
  return text.replace(/`[^`\n]{1,300}\n[^`\n]{1,300}(?:\n[^`\n]{1,300})?`_/g, (whole) => whole.replace(/\s*\n\s*/g, ' '))
}

function nameOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
