// carrel list: the rows of the library.
import type { Command } from 'commander'
import type { ItemSummary } from '../../../shared/item.ts'
import { ItemKind, ItemPlace, ItemState } from '../../../shared/item.ts'
import { parseLibraryQuery } from '../../../shared/library-query.ts'
import type { Context } from '../context.ts'
import { itemLine, listedJson } from '../item-lines.ts'
import { queryOf } from '../query-of.ts'

const page = 5_000

export function addList(carrel: Command, context: Context): void {
  carrel
    .command('list')
    .description(
      'list the items of the library, newest first: all of them, or what filters leave (is:unread tag:python site:… before:2024)',
    )
    .argument('[query...]')
    .option('--place <place>', ItemPlace.options.join(', '))
    .option('--kind <kind>', ItemKind.options.join(', '))
    .option('--state <state>', ItemState.options.join(', '))
    .option('--favourite', 'favourites only')
    .option('--limit <n>', 'at most so many', Number)
    // “-tag:x” is part of the query, not an option of ours.
    .allowUnknownOption()
    .action(async (typed: string[], options: { place?: string; kind?: string; state?: string; favourite?: boolean; limit?: number }) => {
      const query = {
        ...(options.place === undefined ? {} : { place: one(ItemPlace.options, options.place, 'place', carrel) }),
        ...(options.kind === undefined ? {} : { kind: one(ItemKind.options, options.kind, 'kind', carrel) }),
        ...(options.state === undefined ? {} : { state: one(ItemState.options, options.state, 'state', carrel) }),
        ...(options.favourite ? { favourite: true } : {}),
        ...(typed.length === 0 ? {} : { query: filtersAlone(queryOf(typed, carrel), carrel) }),
      }
      const limit = options.limit ?? Number.POSITIVE_INFINITY
      if (Number.isNaN(limit) || limit < 1) carrel.error('carrel: --limit is a number of items', { exitCode: 2 })
      const items: ItemSummary[] = []
      while (items.length < limit) {
        const { items: some } = await context.call('item.list', {
          ...query,
          offset: items.length,
          limit: Math.min(page, limit - items.length),
        })
        items.push(...some)
        if (some.length === 0) break
      }
      context.print.value(items.map(listedJson), () =>
        items.length > 0
          ? items.map(itemLine)
          : [Object.keys(query).length > 0 ? 'Nothing fits.' : 'Nothing here yet. Save a link with: carrel save <address>'],
      )
    })
}

/** A list is narrowed by filters; a word would be left out of account without a sign. */
function filtersAlone(query: string, carrel: Command): string {
  const { words } = parseLibraryQuery(query)
  return words === ''
    ? query
    : carrel.error(`carrel: “${words.trim()}” is no filter; words are found with: carrel search ${query}`, { exitCode: 2 })
}

function one<T extends string>(options: readonly T[], word: string, name: string, carrel: Command): T {
  const found = options.find((option) => option === word)
  return found ?? carrel.error(`carrel: --${name} is one of ${options.join(', ')}, not “${word}”`, { exitCode: 2 })
}
