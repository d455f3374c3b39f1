// carrel refresh <id…>: fetch again; what is worse is not shown, what was there stays.
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { findItem } from '../find-item.ts'
import { itemWords, savedJson } from '../item-lines.ts'
import { waitForItems } from '../wait-for-items.ts'

export function addRefresh(carrel: Command, context: Context): void {
  carrel
    .command('refresh')
    .description('fetch items again; the earlier copy is kept, and a worse one is never shown')
    .argument('<id...>')
    .option('--missing', 'only what is missing: pictures that could not be had')
    .option('--archive', 'take the web archive’s copy of a page that has vanished')
    .action(async (words: string[], options: { missing?: boolean; archive?: boolean }) => {
      if (options.missing && options.archive) carrel.error('carrel: --missing and --archive do not go together', { exitCode: 2 })
      const ids = []
      for (const one of words) ids.push(await findItem(one, context))
      if (options.archive) for (const id of ids) await context.call('item.fetchFromArchive', { id })
      else await context.call('item.refresh', { ids, missing: options.missing === true })
      const found = await waitForItems(ids, context)
      await context.settled()
      const items = ids.flatMap((id) => found.get(id) ?? [])
      if (items.some((item) => item.failure !== null || item.state === 'waiting')) context.exitCode = 1
      const values = items.map((item) => savedJson(item, true))
      context.print.value(values.length === 1 ? values[0] : values, () => items.flatMap(itemWords))
    })
}
