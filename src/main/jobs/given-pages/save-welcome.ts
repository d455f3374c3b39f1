// The article that comes with the program, saved like any page one already has: no network, no second road.
import { readFile } from 'node:fs/promises'
import { savedFileAddress } from '../../../shared/address/saved-file-address.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import { resourceFile } from '../../platform/entry-file.ts'
import type { Queue } from '../queue/queue.ts'
import type { Tools } from '../tools.ts'
import { saveFile } from './save-file.ts'

/** Named and not counted by its bytes: after an update of the program the newer text becomes another copy of the same item. */
const address = savedFileAddress('welcome')
const files = ['index.html', 'reading-room.svg'] as const

/** Saves the welcome article, or brings the one that is here up to this program's; answers its row. */
export async function saveWelcome(tools: Tools & { readonly queue: Queue }): Promise<{ item: ItemSummary }> {
  const read = files.map(async (path) => ({ path, base64: (await readFile(resourceFile(`welcome/${path}`))).toString('base64') }))
  const { item } = await saveFile({ url: address, files: await Promise.all(read), place: 'inbox' }, tools)
  return { item }
}
