// Saves parts of a series that a look has found: one call, the words after it, and the way back.
import type { OutputOf } from '../../shared/contract.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { Client } from './client.ts'
import type { ItemActions } from './item-actions.ts'

type Part = OutputOf<'series.known'>['parts'][number]

/** Throws what the core answers; a single part that could not be saved is in the words instead. */
export async function takeParts(
  client: Client,
  actions: ItemActions,
  series: { readonly key: string; readonly title: string },
  parts: readonly Pick<Part, 'url'>[],
): Promise<void> {
  const { results } = await client.call('series.take', { key: series.key, urls: parts.map(({ url }) => url) })
  const fresh = results.flatMap((one) => (one.ok && !one.already ? [one.item.id] : []))
  const failed = results.flatMap((one) => (one.ok ? [] : [one.failure]))
  const [first] = failed
  const words = `${partsWords(results.length - failed.length)} of “${series.title}” saved.`
  actions.remember(
    first === undefined ? words : `${words} ${partsWords(failed.length)} could not be: ${wordsFor(first).says}`,
    async () => {
      if (fresh.length > 0) await client.call('item.move', { ids: fresh, place: 'trash' })
    },
    'Taken back: what was new is in the trash',
  )
}

function partsWords(parts: number): string {
  return parts === 1 ? 'One part' : `${parts} parts`
}
