// carrel read <id>: the stored copy, with the network off.
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { findItem } from '../find-item.ts'

export function addRead(carrel: Command, context: Context): void {
  carrel
    .command('read')
    .description('print an item’s stored copy; needs no network')
    .argument('<id>', 'an id, the beginning of one, or the address')
    .option('--as <format>', 'html (pictures inside), markdown or text', 'text')
    .action(async (words: string, options: { as: string }) => {
      const { as } = options
      if (as !== 'html' && as !== 'markdown' && as !== 'text')
        return carrel.error(`carrel: --as is html, markdown or text, not “${as}”`, { exitCode: 2 })
      const id = await findItem(words, context)
      const { content } = await context.call('item.read', { id, as })
      if (context.print.json) context.print.value({ id, as, content }, () => [])
      else context.print.text(content)
    })
}
