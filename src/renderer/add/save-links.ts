// Carries out what was ticked, and says in one sentence how it went.
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemPlace } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import { amount } from '../design/amounts.ts'
import { errorWords } from '../failure/error-words.ts'
import type { SavePlan } from './understood.ts'

/** Throws what the core answers; a single link that could not be saved is in the words instead. */
export async function saveLinks(client: Client, plan: SavePlan, place: Exclude<ItemPlace, 'trash'>): Promise<string> {
  const { links, chosen } = plan
  const results = links.length === 0 ? [] : (await client.call('item.save', { links: [...links], place, chosen: [...chosen] })).results
  const refreshed = plan.refresh.length === 0 ? '' : await refreshWords(client, plan, results.length > 0)

  const failed = results.flatMap((result) => (result.ok ? [] : [result]))
  const saved = results.length - failed.length
  const [first] = failed
  return [
    saved > 0 ? `${amount(saved, 'link', 'links')} saved, now being fetched.` : '',
    refreshed,
    first === undefined
      ? ''
      : failed.length === 1
        ? `One could not be saved: ${wordsFor(first.failure).says}`
        : `${failed.length} could not be saved; the first because: ${wordsFor(first.failure).says}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** `quietly`: links have been saved before it. Then a failure is said and not thrown, or trying again would save them once more. */
async function refreshWords(client: Client, { refresh }: SavePlan, quietly: boolean): Promise<string> {
  const items = amount(refresh.length, 'item', 'items')
  try {
    await client.call('item.refresh', { ids: [...refresh] })
    return `A newer copy of ${items} is being fetched.`
  } catch (error) {
    if (!quietly) throw error
    return `No newer copy of ${items} could be asked for: ${errorWords(error).says}`
  }
}
