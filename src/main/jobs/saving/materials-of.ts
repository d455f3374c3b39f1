// The slides and code of a talk, from what is on this machine of it.
import type { TalkMaterial } from '../../../shared/talk.ts'
import type { Cache, ItemRecord } from '../../cache/cache.ts'
import { decodeText } from '../../fetch/charset.ts'
import { talkMaterials } from '../../talks/talk-materials.ts'
import { pageCopy } from './store-draft.ts'

/** A page longer than this says so at its beginning. */
const mostLetters = 2_000_000

/** None for what is no talk. A page whose file is missing is passed over. Contacts nobody. */
export async function materialsOf(record: ItemRecord, cache: Cache): Promise<readonly TalkMaterial[]> {
  const { item, talk } = record
  if (item.kind !== 'talk') return []
  const copy = pageCopy(record, { cache })
  const bytes = copy?.form === 'article' && copy.transcript === null ? await cache.copies.readRaw(copy.id).catch(() => null) : null
  const page = copy && bytes ? { html: decodeText(bytes, copy.mime, 'html').text.slice(0, mostLetters), url: copy.finalUrl } : null
  return talkMaterials({ description: talk?.description ?? null, page, named: cache.lists.alternatesOf(item.id) }, item.url)
}
