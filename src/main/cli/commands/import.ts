// carrel import <file|->: a text of recommendations in, the list it makes kept. With --dry-run nothing is saved and no library is needed; no
// request is made before something is saved, except by --resolve.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { Failure } from '../../../shared/failure.ts'
import type { ListId } from '../../../shared/list.ts'
import { ListFormat, type ListPreview, listFormats } from '../../../shared/reading-list.ts'
import { listText, previewList, resolvedList } from '../../core.ts'
import { lineLog } from '../../platform/log.ts'
import { acceptedItems } from '../accepted-items.ts'
import type { Context } from '../context.ts'
import { findList } from '../find-list.ts'
import { savedJson } from '../item-lines.ts'
import { completionLines, foundLines, listLines } from '../list-lines.ts'
import { failureLines } from '../print.ts'
import { version } from '../version.ts'
import { waitForItems } from '../wait-for-items.ts'

type Options = {
  readonly dryRun?: boolean
  readonly base?: string
  readonly format?: string
  readonly resolve?: boolean
  readonly list?: string | false
  readonly into?: string
  readonly place: string
}
type Resolved = Awaited<ReturnType<typeof resolvedList>>

export function addImport(carrel: Command, context: Context): void {
  carrel
    .command('import')
    .description('keep a text of recommendations (comment, README, bookmarks, OPML, CSV) as a reading list, and save what it names')
    .argument('<file>', 'a file, or - for stdin')
    .option('--dry-run', 'show the list and save nothing; needs no library')
    .option(
      '--resolve',
      'complete cut links from the list pages the text names, and from the Hacker News item it came from; this asks the network',
    )
    .option('--base <address>', 'where the text came from; its relative links are resolved against it')
    .option('--format <format>', `how to read it: ${listFormats.join(', ')} (default: told from the text)`)
    .option('--list <title>', 'the title of the list (default: the text’s own, or the name of its file)')
    .option('--into <list>', 'add to a list that is there: its title, its id, or the beginning of one')
    .option('--no-list', 'save what it names without a list')
    .option('--place <place>', 'inbox, later or archive', 'inbox')
    .action(async (file: string, options: Options) => {
      const wrong = (words: string): never => carrel.error(`carrel: ${words}`, { exitCode: 2 })
      const format = options.format === undefined ? undefined : ListFormat.safeParse(options.format)
      if (format && !format.success) return wrong(`--format is ${listFormats.join(', ')}, not “${options.format}”`)
      if (options.base !== undefined && !/^https?:\/\//i.test(options.base)) return wrong('--base is an address that begins with http')
      if (!isPlace(options.place)) return wrong(`--place is inbox, later or archive, not “${options.place}”`)
      if (options.into !== undefined && options.list !== undefined)
        return wrong('--into adds to a list that is there; leave out --list and --no-list')
      const bytes = file === '-' ? await buffer(process.stdin) : await read(file)
      const list = previewList(bytes, {
        ...(file === '-' ? {} : { name: path.basename(file) }),
        ...(options.base === undefined ? {} : { base: options.base }),
        ...(format === undefined ? {} : { format: format.data }),
      })
      // A list that is not there is said before anybody is asked.
      const into = options.into === undefined || options.dryRun ? null : await findList(options.into, context)
      const resolved = options.resolve ? await resolve(list, options.base, context) : { ...list, completions: [], series: [] }
      if (options.dryRun) {
        context.print.value({ title: resolved.title, source: resolved.source, items: resolved.items }, () => [
          ...listLines(resolved),
          ...completionLines(resolved),
          ...foundLines(resolved),
        ])
        return
      }
      const title =
        options.list === false ? null : (options.list ?? resolved.title ?? (file === '-' ? 'A reading list' : path.parse(file).name))
      await keep(resolved, { title, into, text: listText(bytes), place: options.place, base: options.base }, context)
    })
}

function resolve(list: ListPreview, base: string | undefined, context: Context): Promise<Resolved> {
  context.print.words('Looking for the whole links …')
  return resolvedList(list, {
    chosen: base === undefined ? [] : [base],
    env: process.env,
    version,
    log: lineLog((line) => context.print.words(line), 'error'),
  })
}

type Kept = {
  readonly title: string | null
  readonly into: ListId | null
  readonly text: string
  readonly place: Place
  readonly base: string | undefined
}

async function keep(list: Resolved, { title, into, text, place, base }: Kept, context: Context): Promise<void> {
  const items = acceptedItems(list.items, list.completions)
  if (items.length === 0) throw new Failure('list.empty')
  // The host of `--base` was typed: what the text links to there is its own.
  const host = base === undefined ? null : new URL(base).host
  const chosen = items.flatMap(({ url }) => (url !== null && host !== null && new URL(url).host === host ? [url] : []))
  const found = list.series.slice(0, 50).map((one) => ({ ...one, parts: one.parts.slice(0, 1_000) }))
  const answered = await context.call('list.accept', {
    title,
    into,
    source: { ...list.source, text },
    place,
    chosen,
    items: [...items],
    found,
  })
  const { results } = answered
  const saved = await waitForItems(
    results.flatMap((result) => (result.ok ? [result.item.id] : [])),
    context,
  )
  const outcomes = results.map((result) => (result.ok ? { ...result, item: saved.get(result.item.id) ?? result.item } : result))
  if (outcomes.some((one) => !one.ok || one.item.state === 'failed' || one.item.state === 'waiting')) context.exitCode = 1
  const told = answered.list
  context.print.value(
    {
      list: told && { id: told.id, title: told.title },
      items: outcomes.map((one) => (one.ok ? savedJson(one.item, one.already) : { link: one.link, failure: one.failure })),
    },
    () => [
      ...(told === null ? [] : [`${told.title}  (${told.items} items, list ${told.id.slice(0, 8)})`]),
      ...outcomes.flatMap((one) =>
        one.ok ? [`${one.item.state.padEnd(9)} ${one.item.id.slice(0, 8)}  ${one.item.title}`] : [one.link, ...failureLines(one.failure)],
      ),
      ...completionLines(list),
      ...foundLines(list).flatMap((line) => (line === '' ? [''] : [line, '  The series in Carrel offers the others.'])),
    ],
  )
}

type Place = 'inbox' | 'later' | 'archive'
function isPlace(word: string): word is Place {
  return word === 'inbox' || word === 'later' || word === 'archive'
}

async function read(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Failure('file.missing', { name: file }, { cause })
  })
  if (bytes.length === 0) throw new Failure('file.empty', { name: file })
  return bytes
}
