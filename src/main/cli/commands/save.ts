// carrel save <link…>: links, or a page one already has.
import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { Failure, type FailureValue } from '../../../shared/failure.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import { readFiles } from '../../platform/read-files.ts'
import type { Context } from '../context.ts'
import { itemWords, savedJson } from '../item-lines.ts'
import { failureLines } from '../print.ts'
import { waitForItems } from '../wait-for-items.ts'

type Outcome = { readonly link: string } & ({ readonly item: ItemSummary; readonly already: boolean } | { readonly failure: FailureValue })

export function addSave(carrel: Command, context: Context): void {
  carrel
    .command('save')
    .description('save links, or a page you already have (HTML, MHTML, PDF, text, or a folder with its pictures)')
    .argument('<link...>', 'addresses, or files')
    .option('--url <address>', 'where the given file came from')
    .option('--place <place>', 'inbox, later or archive', 'inbox')
    .action(async (links: string[], options: { url?: string; place: string }) => {
      const place = placeOf(options.place, carrel)
      const kinds = await Promise.all(links.map(kindOf))
      if (options.url !== undefined && !kinds.some((kind) => kind !== 'link'))
        carrel.error('carrel: --url says where a file came from, and none of these is a file', { exitCode: 2 })
      const ofKind = (wanted: Given): string[] => links.filter((_, index) => kinds[index] === wanted)
      const outcomes = new Map<string, Outcome>()
      for (const name of ofKind('missing file')) outcomes.set(name, { link: name, failure: { code: 'file.missing', facts: { name } } })
      for (const path of ofKind('file')) outcomes.set(path, await saveOneFile(path, options.url, place, context))
      for (const outcome of await saveAddresses(ofKind('link'), place, context)) outcomes.set(outcome.link, outcome)
      await context.settled()
      say(
        links.flatMap((link) => outcomes.get(link) ?? []),
        context,
      )
    })
}

async function saveAddresses(
  links: readonly string[],
  place: 'inbox' | 'later' | 'archive',
  context: Context,
): Promise<readonly Outcome[]> {
  if (links.length === 0) return []
  const { results } = await context.call('item.save', { links: [...links], place, typed: true })
  const failed = results.flatMap((result) => (result.ok && result.already && result.item.state === 'failed' ? [result.item.id] : []))
  if (failed.length > 0) await context.call('job.retry', { itemIds: failed })
  const ids = results.flatMap((result) => (result.ok ? [result.item.id] : []))
  const items = await waitForItems(ids, context)
  return results.map((result) =>
    result.ok
      ? { link: result.link, item: items.get(result.item.id) ?? result.item, already: result.already }
      : { link: result.link, failure: result.failure },
  )
}

async function saveOneFile(
  path: string,
  url: string | undefined,
  place: 'inbox' | 'later' | 'archive',
  context: Context,
): Promise<Outcome> {
  const core = await context.openCore('short')
  const files = await readFiles(path).catch((error: unknown) => {
    if (error instanceof Failure) return error.toValue()
    throw error
  })
  if (!Array.isArray(files)) return { link: path, failure: files }
  const answered = await core.call('item.saveFile', { files, place, ...(url === undefined ? {} : { url }) })
  if (!answered.ok) return { link: path, failure: answered.failure }
  const { item, already } = answered.value as { item: ItemSummary; already: boolean }
  return { link: path, item, already }
}

function say(outcomes: readonly Outcome[], context: Context): void {
  const values = outcomes.map((outcome) => ('item' in outcome ? savedJson(outcome.item, outcome.already) : outcome))
  if (outcomes.some((outcome) => !('item' in outcome) || outcome.item.state === 'failed' || outcome.item.state === 'waiting'))
    context.exitCode = 1
  context.print.value(values.length === 1 ? values[0] : values, () =>
    outcomes.flatMap((outcome) =>
      'item' in outcome
        ? [...(outcome.already ? ['Already in the library:'] : []), ...itemWords(outcome.item)]
        : [outcome.link, ...failureLines(outcome.failure)],
    ),
  )
  if (context.print.json)
    for (const outcome of outcomes) if ('failure' in outcome) context.print.words(outcome.link, ...failureLines(outcome.failure))
}

function placeOf(word: string, carrel: Command): 'inbox' | 'later' | 'archive' {
  if (word === 'inbox' || word === 'later' || word === 'archive') return word
  return carrel.error(`carrel: --place is inbox, later or archive, not “${word}”`, { exitCode: 2 })
}

type Given = 'link' | 'file' | 'missing file'

async function kindOf(word: string): Promise<Given> {
  if (/^https?:\/\//i.test(word)) return 'link'
  const there = await stat(word).then(
    () => true,
    () => false,
  )
  if (there) return 'file'
  // A path, or a name no site can have: whoever wrote it meant a file.
  return /^(?:\.{0,2}|~)\/|^[^/]+\.(?:html?|mhtml?|pdf|txt)$/i.test(word) ? 'missing file' : 'link'
}
