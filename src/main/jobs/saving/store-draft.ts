// The end of every journey that has an article: its pictures made local, the copy stored, the better one shown.
import type { ItemSummary } from '../../../shared/item.ts'
import type { Draft, RawPage } from '../../../shared/journey.ts'
import { localiseAssets } from '../../assets/localise-assets.ts'
import type { PictureHold } from '../../assets/picture-room.ts'
import type { ItemFacts, ItemRecord, StoredCopy } from '../../cache/cache.ts'
import type { JobTools } from '../tools.ts'
import { isWorse } from './is-worse.ts'
import { knownAssets } from './known-assets.ts'
import { newCopy } from './new-copy.ts'
import { privateHostsOf } from './private-hosts.ts'

/** Makes a draft's pictures local and stores it as a dated copy; it is shown unless it is worse than the one shown. */
export async function storeDraft(record: ItemRecord, page: RawPage, draft: Draft, tools: JobTools): Promise<ItemSummary> {
  tools.report('assets', 0, draft.assets.length)
  const hold = tools.pictures.enter()
  try {
    return await storeWithPictures(record, page, draft, hold, tools)
  } finally {
    hold.leave()
  }
}

async function storeWithPictures(
  record: ItemRecord,
  page: RawPage,
  draft: Draft,
  hold: PictureHold,
  tools: JobTools,
): Promise<ItemSummary> {
  const { cache } = tools
  const shown = pageCopy(record, tools)
  const local = await localiseAssets(
    {
      draft,
      page,
      privateHosts: privateHostsOf(record),
      maxAssetBytes: tools.settings.maxAssetBytes,
      known: await knownAssets(shown, cache),
      hold,
      signal: tools.signal,
      onProgress: (done, total) => tools.report('assets', done, total),
    },
    { network: tools.network, sanitiseSvg: (svg, signal) => tools.pool.sanitiseSvg(svg, signal) },
  )
  tools.report('storing', 0, 0)
  const copy = newCopy(record, page, local)
  const same = shown !== null && (await isSame(shown, copy.html, tools))
  const readsTranscript = transcriptIsShown(record, tools)
  const told = readsTranscript ? besideTranscript(copy.facts) : copy.facts
  if (same) return cache.items.describe(record.item.id, { ...told, failure: null })
  const worse = shown !== null && isWorse({ words: draft.words, report: local.report }, shown)
  const { item } = await cache.copies.store(copy, { show: !worse && !readsTranscript })
  if (readsTranscript) return cache.items.describe(record.item.id, told)
  if (!worse) return item
  return cache.items.describe(record.item.id, { remarks: [...item.remarks, { about: 'copy', what: 'kept-earlier' }] })
}

/** The page as it is on this machine: the copy the row shows, or the newest page of a talk that shows its transcript; null without one. */
export function pageCopy(record: ItemRecord, { cache }: Pick<JobTools, 'cache'>): StoredCopy | null {
  const shown = record.item.shownCopy ? cache.copies.get(record.item.shownCopy) : null
  if (!shown?.transcript) return shown
  return cache.copies.ofItem(record.item.id).find((copy) => copy.transcript === null) ?? null
}

function transcriptIsShown({ item: { id } }: ItemRecord, { cache }: JobTools): boolean {
  // Asked anew: it may have been given while the page was fetched.
  const { shownCopy } = cache.items.get(id).item
  return shownCopy !== null && cache.copies.get(shownCopy).transcript !== null
}

/** What a page tells of a talk whose transcript is shown: everything but what is counted in the copy one reads. */
function besideTranscript({ words: _words, minutes: _minutes, state: _state, ...facts }: ItemFacts): ItemFacts {
  return facts
}

/** True when the fresh article is, byte for byte, the one shown: nothing new to keep. */
async function isSame(shown: StoredCopy, html: string | null, { cache, log }: JobTools): Promise<boolean> {
  if (shown.form !== 'article' || html === null) return false
  try {
    // With a file missing there is something to keep: storing it again puts every file in its place.
    return (await cache.copies.readHtml(shown.id)) === html && (await cache.copies.isWhole(shown.id))
  } catch (error) {
    log.write('warn', 'the shown copy cannot be read; a fresh one takes its place', { copy: shown.id, error })
    return false
  }
}
