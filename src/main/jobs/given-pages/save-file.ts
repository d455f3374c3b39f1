// A page the reader already has: the answer to pay walls, logins and script-only pages. No network but for its pictures.
import { parseLink } from '../../../shared/address/parse-link.ts'
import { isSavedFileAddress } from '../../../shared/address/saved-file-address.ts'
import type { CheckedInputOf, OutputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import type { RawPage } from '../../../shared/journey.ts'
import type { NewItem } from '../../cache/cache.ts'
import { decodeText } from '../../fetch/charset.ts'
import { sniffKind } from '../../fetch/page-kind.ts'
import { readSavedPage } from '../../saved-page/read-saved-page.ts'
import type { Queue } from '../queue/queue.ts'
import { storePage } from '../saving/save-article.ts'
import { titleFromAddress } from '../saving/save-links.ts'
import type { Tools } from '../tools.ts'

/** Saves a file, a saved page with its pictures, or an MHTML as a copy of its address. Throws what reading it throws; an item that was there keeps its earlier copies. */
export async function saveFile(
  input: CheckedInputOf<'item.saveFile'>,
  tools: Tools & { readonly queue: Queue },
): Promise<OutputOf<'item.saveFile'>> {
  const { cache, clock, queue } = tools
  const files = input.files.map((file) => ({ path: file.path, bytes: new Uint8Array(Buffer.from(file.base64, 'base64')) }))
  const page = readSavedPage({ files, ...(input.url === undefined ? {} : { url: input.url }) }, { decodeText, sniffKind, clock })
  const [saved] = cache.items.save([rowOf(page, input)], { lease: true })
  if (!saved) throw new Error('the cache answered no row')
  const [job] = saved.jobId
    ? [{ id: saved.jobId, itemId: saved.item.id, kind: 'save' as const, wanted: null, attempts: 0 }]
    : cache.jobs.add([{ itemId: saved.item.id, kind: 'refresh' }], { lease: true })
  if (!job) throw new Failure('cache.busy')
  await queue.run(job, async (jobTools) => storePage(cache.items.get(saved.item.id), page, jobTools))
  const item = cache.items.get(saved.item.id).item
  if (item.failure && item.shownCopy === null) throw new Failure(item.failure.code, item.failure.facts)
  return { item, already: saved.already }
}

function rowOf(page: RawPage, input: CheckedInputOf<'item.saveFile'>): NewItem {
  // A page without any address of its own gets a made-up one from its bytes; it is never fetched.
  if (isSavedFileAddress(page.url)) {
    const name = input.files[0]?.path.split('/').pop() ?? 'page'
    return {
      comparisonKey: page.url,
      url: page.url,
      originalLink: page.url,
      kind: 'article',
      title: name,
      place: input.place,
      startSeconds: null,
      typed: false,
    }
  }
  const parsed = parseLink(input.url ?? page.url)
  return {
    comparisonKey: parsed.comparisonKey,
    url: parsed.url,
    originalLink: parsed.original,
    kind: parsed.kind,
    title: titleFromAddress(parsed.url),
    place: input.place,
    startSeconds: parsed.startSeconds,
    typed: input.url !== undefined,
  }
}
