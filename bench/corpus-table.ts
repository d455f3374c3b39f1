// What became of the pages of a corpus, as outcomes and as the printed table. Measuring is try-corpus.ts's.
import type { OutputOf } from '../src/shared/contract.ts'
import type { Counts, ItemSummary } from '../src/shared/item.ts'
import type { CorpusPage } from './corpus-pages.ts'
import type { CorpusSiteCounts } from './corpus-site.ts'

type Saved = OutputOf<'item.save'>['results'][number]
export type Outcome = {
  readonly page: CorpusPage
  readonly end: 'complete' | 'partial' | 'failed' | 'neither'
  /** Failure code, or what is odd about an end that is neither a copy nor a failure of the closed list. */
  readonly says: string
  readonly item: ItemSummary | null
}

/** How one page ended. `internal` is on the list but means a fault of ours, so it counts as neither. */
export function outcomeOf(page: CorpusPage, saved: Saved | undefined, items: ReadonlyMap<string, ItemSummary>): Outcome {
  if (saved === undefined) return { page, end: 'neither', says: 'no answer to its link', item: null }
  if (!saved.ok) return ended(page, saved.failure.code)
  const item = items.get(saved.item.id)
  if (item === undefined) return { page, end: 'neither', says: 'its row is gone', item: null }
  if (saved.already) return { page, end: 'neither', says: `taken for a page saved before: ${item.url}`, item }
  if (item.shownCopy !== null && (item.state === 'complete' || item.state === 'partial'))
    return { page, end: item.state, says: item.kind, item }
  if (item.failure !== null && item.state === 'failed') return ended(page, item.failure.code)
  // A talk has no page to copy; its row says what is known of it.
  if (item.kind === 'talk' && item.state !== 'waiting') return { page, end: 'partial', says: 'talk without a copy', item }
  return { page, end: 'neither', says: `state ${item.state}, kind ${item.kind}, copy ${item.shownCopy === null ? 'none' : 'there'}`, item }
}

function ended(page: CorpusPage, code: string): Outcome {
  return { page, end: code === 'internal' ? 'neither' : 'failed', says: code, item: null }
}

export type CorpusResult = {
  readonly outcomes: readonly Outcome[]
  readonly items: readonly ItemSummary[]
  readonly seconds: number
  readonly peaks: ReadonlyMap<number, number>
  readonly mainPid: number
  readonly served: CorpusSiteCounts
  readonly moved: number
  readonly list: boolean
}

const counted: readonly (keyof Counts)[] = ['images', 'codeBlocks', 'tables', 'headings', 'formulas', 'footnotes', 'embeds']

/** The table as text, ending in a line break. */
export function corpusTable({ outcomes, items, seconds, peaks, mainPid, served, moved, list }: CorpusResult): string {
  const of = (end: Outcome['end']) => outcomes.filter((outcome) => outcome.end === end)
  const [complete, partial, failed, neither] = [of('complete'), of('partial'), of('failed'), of('neither')]
  const kept = items.filter(({ state, report }) => report !== null && (state === 'complete' || state === 'partial'))
  const rows = [
    row('pages', outcomes.length, moved === 0 ? '' : `${moved} of them under an address of the bench's own`),
    row('copies', complete.length + partial.length, `${complete.length} complete, ${partial.length} partial`),
    ...tally([...complete, ...partial], '  of kind'),
    row('failures', failed.length, ''),
    ...tally(failed, '  '),
    row('neither', neither.length, neither.length === 0 ? '' : 'listed below'),
    '',
    ...counted.map((what) => {
      const all = kept.map(({ report }) => report?.counts[what] ?? { source: 0, copy: 0 })
      const source = all.reduce((sum, pair) => sum + pair.source, 0)
      // Copies may count more than their sources (a lazy picture and its spare): each is taken for no more than was there.
      const copy = all.reduce((sum, pair) => sum + Math.min(pair.copy, pair.source), 0)
      const whole = all.filter((pair) => pair.source > 0 && pair.copy >= pair.source).length
      const having = all.filter((pair) => pair.source > 0).length
      return row(what, `${copy}/${source}`, source === 0 ? '' : `${share(copy, source)}; whole in ${whole} of ${having} pages`)
    }),
    shortRow(complete),
    '',
    row('pages/s', (outcomes.length / seconds).toFixed(2), `${seconds.toFixed(1)} s in all`),
    row('served', served.pages, `pages, ${served.pictures} pictures, ${served.unknown.length} addresses not in the corpus`),
    ...memoryRows(peaks, mainPid),
  ]
  const named = list ? [...partial, ...failed] : []
  const short = list ? [...complete, ...partial].filter(({ item }) => shortOf(item).length > 0).map(shortLine) : []
  const asked = list ? served.unknown.map((address) => `asked for, not in the corpus  ${address}`) : []
  const lists = [...neither, ...named].map(({ page, end, says }) => `${end} ${says}  ${page.id}  ${page.url}`)
  const below = [...lists, ...short, ...asked]
  return `${[...rows, ...(below.length === 0 ? [] : ['', ...below])].join('\n')}\n`
}

/** What of the source is not in a copy, by its counts. */
function shortOf(item: ItemSummary | null): readonly (keyof Counts)[] {
  const counts = item?.report?.counts
  return counts === undefined ? [] : counted.filter((what) => counts[what].copy < counts[what].source)
}

/** How many copies are called complete while the counts say that something of the source is not in them. */
function shortRow(complete: readonly Outcome[]): string {
  const said = counted
    .map((what) => ({ what, pages: complete.filter(({ item }) => shortOf(item).includes(what)).length }))
    .filter(({ pages }) => pages > 0)
    .map(({ what, pages }) => `${what} in ${pages}`)
  return row('complete, but short of', said.length === 0 ? 'nothing' : '', said.join(', '))
}

function shortLine({ page, item }: Outcome): string {
  const counts = shortOf(item).map((what) => `${what} ${item?.report?.counts[what].copy}/${item?.report?.counts[what].source}`)
  return `short of ${counts.join(', ')}  ${page.id}  ${page.url}`
}

function memoryRows(peaks: ReadonlyMap<number, number>, mainPid: number): readonly string[] {
  const main = peaks.get(mainPid)
  const children = [...peaks].filter(([pid]) => pid !== mainPid).sort((a, b) => b[1] - a[1])
  if (main === undefined) return [row('peak memory', 'unknown', 'no /proc on this system')]
  return [
    row('peak memory', `${megabytes(main)} MB`, 'main process'),
    ...children.map(([pid, peak]) => row('', `${megabytes(peak)} MB`, `extract process ${pid}`)),
  ]
}

function tally(outcomes: readonly Outcome[], label: string): readonly string[] {
  const groups = Map.groupBy(outcomes, ({ says }) => says)
  return [...groups].sort((a, b) => b[1].length - a[1].length).map(([says, all]) => row(`${label} ${says}`, all.length, ''))
}

function row(what: string, figure: string | number, more: string): string {
  return `${what.padEnd(26)}${String(figure).padStart(12)}  ${more}`.trimEnd()
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)
