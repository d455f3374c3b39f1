// carrel tag <id…> --add x --remove y: the tags of items.
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { findItem } from '../find-item.ts'

export function addTag(carrel: Command, context: Context): void {
  carrel
    .command('tag')
    .description('add and remove tags of items')
    .argument('<id...>', 'ids, beginnings of ids, or addresses')
    .option('--add <tag...>', 'tags to add')
    .option('--remove <tag...>', 'tags to take away')
    .action(async (words: string[], options: { add?: string[]; remove?: string[] }) => {
      const { add = [], remove = [] } = options
      if (add.length + remove.length === 0) carrel.error('carrel: say --add or --remove, and which tags', { exitCode: 2 })
      const ids = await Promise.all(words.map((word) => findItem(word, context)))
      const { done } = await context.call('item.tag', { ids, add, remove })
      context.print.value({ changed: done }, () => [done === 1 ? 'One item changed.' : `${done} items changed.`])
    })
}
