// Reads org-mode text into blocks: stars are headings, `#+TITLE:` and its like are facts, drawers and source blocks are left out.
import { type BlockWriter, type Given, openBlocks, type ReadText } from '../blocks/block.ts'
import { writeInline } from './inline-forms.ts'
import { drawerBelow, isPlanning, taskStates } from './org-drawers.ts'

const list = /^(\s*)(?:[-+]|\*(?=\s)|(\d{1,3})[.)])\s+(?:\[@\d+\]\s+)?(?:\[[ xX-]\]\s+)?(\S.*)$/
const keyword = /^\s*#\+(\w+):\s*(.*)$/

/**
 * Blocks of an org text. A heading that is nothing but a link is still a heading, and its link is read like any; a task without others below it
 * is an entry, and the lines under it are its own. Stars begin at two, for the text's title is a fact of its own.
 */
export function readOrg(text: string): ReadText {
  const out = openBlocks()
  const facts = new Map<string, string>()
  let inBlock = false
  let drawer = false
  let indent = -1
  const lines = text.split('\n')
  const states = taskStates(text)
  for (const [at, line] of lines.entries()) {
    const fact = keyword.exec(line)
    if (fact?.[1]) facts.set(fact[1].toLowerCase(), (fact[2] ?? '').trim())
    if (/^\s*#\+begin_(?:src|example|export)/i.test(line)) inBlock = true
    else if (/^\s*#\+end_/i.test(line)) inBlock = false
    if (/^\s*:[A-Z_-]+:\s*$/.test(line)) drawer = !/^\s*:END:/i.test(line)
    if (inBlock || drawer || /^\s*#(?:\+|\s|$)/.test(line) || /^\s*:[\w-]+:(?:\s|$)/.test(line)) continue
    if (line.trim() === '') {
      out.begin({})
      indent = -1
      continue
    }
    if (isPlanning(line)) continue
    const heading = headingOf(line, states)
    const item = list.exec(line)
    const depth = /^\s*/.exec(line)?.[0].length ?? 0
    const kept = heading && isLast(lines, at, heading.stars) ? drawerBelow(lines, at) : null
    if (heading && kept !== null && (kept.address !== null || kept.author !== null) && !/\[\[/.test(heading.words)) {
      writeRecord(out, heading.words, kept)
      indent = -1
    } else if (heading?.isTask && isLast(lines, at, heading.stars)) {
      out.begin({ role: 'item', level: heading.stars })
      writeInline(out, heading.words, 'org')
      indent = -1
    } else if (heading) {
      out.begin({ role: 'heading', level: Math.min(6, heading.stars + 1) })
      writeInline(out, heading.words, 'org')
      out.begin({})
      indent = -1
    } else if (item) {
      out.begin({ role: 'item', level: 1 + Math.floor(depth / 2), ordinal: item[2] ? Number(item[2]) : null })
      writeInline(out, (item[3] ?? '').replace(/\s::\s/, ': '), 'org')
      indent = depth
    } else if (/^\s*\|/.test(line)) {
      if (/^\s*\|[-+|\s]+$/.test(line)) continue
      out.begin({ role: 'row' })
      for (const cell of cellsOf(line)) {
        out.beginCell('')
        writeInline(out, cell, 'org')
      }
      out.begin({})
    } else {
      if (indent >= 0 && depth <= indent) {
        out.begin({})
        indent = -1
      }
      out.lineBreak()
      writeInline(out, line, 'org')
    }
  }
  return {
    title: facts.get('title') ?? null,
    author: facts.get('author') ?? null,
    date: facts.get('date') ?? null,
    address: null,
    blocks: out.finish(),
  }
}

type Heading = { readonly stars: number; readonly isTask: boolean; readonly words: string }

/** `** TODO [#A] Words  :tag:` without state, priority and tags. */
function headingOf(line: string, states: ReadonlySet<string>): Heading | null {
  const [, stars, rest = ''] = /^(\*+)\s+(.*?)(?:\s+:[\w@#%:]+:)?\s*$/.exec(line) ?? []
  if (stars === undefined) return null
  const state = /^\S+(?=\s)/.exec(rest)?.[0] ?? ''
  const isTask = states.has(state)
  return { stars: stars.length, isTask, words: (isTask ? rest.slice(state.length) : rest).replace(/^\s*(?:\[#[A-C]\]\s+)?/, '') }
}

/** A heading whose drawer says where it is to be found, or whose it is: a record of a list of works. */
function writeRecord(out: BlockWriter, words: string, { address, author }: { address: string | null; author: string | null }): void {
  const given: Given = { title: words, by: author, note: null, kindWords: '', durationSeconds: null, alternates: [] }
  out.begin({ role: 'row', given })
  if (address !== null) out.openLink(address)
  out.text(words)
  if (address !== null) out.closeLink()
  out.begin({})
}

/** Whether no heading below this one is deeper: nothing is divided by it. */
function isLast(lines: readonly string[], at: number, stars: number): boolean {
  for (let below = at + 1; below < lines.length; below += 1) {
    const next = /^(\*+)\s/.exec(lines[below] ?? '')?.[1]
    if (next !== undefined) return next.length <= stars
  }
  return true
}

/** The bars inside `[[…]]` divide nothing. */
function cellsOf(line: string): readonly string[] {
  return (
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .match(/(?:\[\[[^\]\n]*\](?:\[[^\]\n]*\])?\]|[^|])+/g) ?? []
  ).map((cell) => cell.trim())
}
