// carrel highlights [words]: what the reader marked, item by item.
import type { Command } from 'commander'
import type { OutputOf } from '../../../shared/contract.ts'
import { HighlightColour } from '../../../shared/highlight.ts'
import type { Context } from '../context.ts'
import { highlightLines } from '../highlight-lines.ts'

const page = 2_000

export function addHighlights(carrel: Command, context: Context): void {
  carrel
    .command('highlights')
    .description('list what you marked, item by item; words are looked for in passages, notes and tags')
    .argument('[words...]')
    .option('--tag <tag>', 'only those with this tag')
    .option('--colour <colour>', HighlightColour.options.join(', '))
    .option('--limit <n>', 'at most so many', Number)
    .action(async (words: string[], options: { tag?: string; colour?: string; limit?: number }) => {
      const colour = HighlightColour.options.find((one) => one === options.colour)
      if (options.colour !== undefined && colour === undefined)
        carrel.error(`carrel: --colour is one of ${HighlightColour.options.join(', ')}, not “${options.colour}”`, { exitCode: 2 })
      const limit = options.limit ?? Number.POSITIVE_INFINITY
      if (options.limit !== undefined && (!Number.isInteger(limit) || limit < 1))
        carrel.error('carrel: --limit is a number of highlights', { exitCode: 2 })
      const query = {
        words: words.join(' '),
        ...(options.tag === undefined ? {} : { tag: options.tag }),
        ...(colour === undefined ? {} : { colours: [colour] }),
      }
      const entries: OutputOf<'highlight.list'>['entries'] = []
      while (entries.length < limit) {
        const { entries: some } = await context.call('highlight.list', {
          ...query,
          offset: entries.length,
          limit: Math.min(page, limit - entries.length),
        })
        entries.push(...some)
        if (some.length === 0) break
      }
      context.print.value(
        entries.map(({ highlight, item }) => ({ ...highlight, item: { id: item.id, title: item.title, url: item.url } })),
        () => {
          if (entries.length > 0) return highlightLines(entries)
          const asked = words.length > 0 || options.tag !== undefined || colour !== undefined
          return [asked ? 'No highlight fits.' : 'Nothing is marked yet. Open an item and select a passage.']
        },
      )
    })
}
