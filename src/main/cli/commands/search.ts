// carrel search <words>: full text of everything saved.
import type { Command } from 'commander'
import { showSeconds } from '../../../shared/address/start-time.ts'
import type { Context } from '../context.ts'
import { queryOf } from '../query-of.ts'

export function addSearch(carrel: Command, context: Context): void {
  carrel
    .command('search')
    .description('search the text of everything saved: words, "exact phrases", -without, is:unread, tag:python, site:…, before:2024')
    .argument('<words...>')
    .option('--limit <n>', 'at most so many', Number, 20)
    // “-without” is a word of the query, not an option of ours.
    .allowUnknownOption()
    .action(async (words: string[], options: { limit: number }) => {
      if (!Number.isInteger(options.limit) || options.limit < 1) carrel.error('carrel: --limit is a number of items', { exitCode: 2 })
      const { hits } = await context.call('search.find', {
        words: queryOf(words, carrel),
        limit: Math.min(200, options.limit),
        order: 'best',
      })
      context.print.value(
        hits.map(({ id, title, url, snippet, seconds, item: { tags, series } }) => ({
          id,
          title,
          url,
          snippet: snippet.replace(/[\u0002\u0003]/g, '').replace(/\s+/g, ' '),
          seconds,
          tags,
          series,
        })),
        () =>
          hits.length === 0
            ? ['Nothing found.']
            : hits.flatMap((hit) => [
                `${hit.id.slice(0, 8)}  ${hit.title}`,
                `  ${hit.url}`,
                `  ${hit.seconds === null ? '' : `${showSeconds(hit.seconds)}  `}${hit.snippet.replace(/\s+/g, ' ')}`,
              ]),
      )
    })
}
