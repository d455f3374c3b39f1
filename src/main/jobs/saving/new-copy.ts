// LocalDraft to NewCopy: the one place where a draft's facts become a row's facts.

import type { CompletenessReport, ItemState, Remark } from '../../../shared/item.ts'
import type { Draft, LocalDraft, RawPage } from '../../../shared/journey.ts'
import { seriesKey, seriesPlaceOf } from '../../../shared/series.ts'
import { normaliserVersion } from '../../../shared/text/normalise.ts'
import type { ItemFacts, ItemRecord, NewCopy } from '../../cache/cache.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'

/** The copy to store for a page and its local draft. */
export function newCopy(record: ItemRecord, page: RawPage, local: LocalDraft): NewCopy {
  const { draft } = local
  return {
    itemId: record.item.id,
    source: page.source,
    fetchedAt: page.fetchedAt,
    finalUrl: page.url,
    form: 'article',
    // With its charset, so that cleaning the stored bytes again needs no second guess.
    mime: page.charset ? `${page.mime}; charset=${page.charset}` : page.mime,
    title: draft.title,
    lang: draft.lang,
    dir: draft.dir,
    words: draft.words,
    etag: page.etag,
    lastModified: page.lastModified,
    extractorVersion,
    normaliserVersion,
    raw: page.body,
    html: local.html,
    text: draft.text,
    document: null,
    assets: local.assets,
    report: reportOf(local),
    facts: factsOf(record, page, draft, local),
  }
}

/** What the row becomes when the copy is shown. A kind the address told (repo, paper, book) is kept unless the page is no article. */
function factsOf(record: ItemRecord, page: RawPage, draft: Draft, local: LocalDraft): ItemFacts {
  const told = record.item.kind
  return {
    kind: draft.kind === 'article' && (told === 'repo' || told === 'paper' || told === 'book') ? told : draft.kind,
    title: draft.title === '' ? record.item.title : draft.title,
    byline: draft.byline,
    siteName: draft.siteName,
    lang: draft.lang,
    excerpt: draft.excerpt,
    publishedTime: draft.publishedTime,
    words: draft.words,
    // A talk lasts as long as it lasts, however short its page is.
    minutes: draft.kind === 'talk' && record.item.durationSeconds !== null ? record.item.minutes : draft.minutes,
    talk: draft.talk,
    ...toldSeriesOf(draft, record.item.host),
    state: stateOf(reportOf(local)),
    failure: null,
    remarks: [...draft.remarks.filter((remark) => !lost.has(remark.what)), ...originRemarks(page)],
    leadImage: local.leadImage,
    favicon: local.favicon,
  }
}

/** What its title says goes before: it has the number, and is the same on every site that has the page. */
function toldSeriesOf({ series, title, siteName }: Draft, host: string): Pick<ItemFacts, 'toldSeries'> {
  if (series === undefined || seriesPlaceOf({ title, host, siteName }) !== null) return {}
  return { toldSeries: { key: seriesKey(host, series.title), title: series.title, part: series.part } }
}

/** What is missing of the pictures, and what cleaning itself says it lost. */
function reportOf({ draft, report }: LocalDraft): CompletenessReport {
  return { ...report, missing: [...report.missing, ...draft.remarks.filter((remark) => lost.has(remark.what))] }
}

const lost: ReadonlySet<Remark['what']> = new Set(['missing', 'part-lost', 'kept-as-link'])

/** Complete when everything counted in the source's article is here. An embed kept as a link and a heading less are said, but are no gaps. */
export function stateOf(report: CompletenessReport): ItemState {
  return report.missing.some((remark) => remark.about !== 'embed' && remark.about !== 'heading') ? 'partial' : 'complete'
}

function originRemarks(page: RawPage): readonly Remark[] {
  const remarks: Remark[] = []
  if (page.source === 'file') remarks.push({ about: 'copy', what: 'from-file' })
  if (page.source === 'web-archive') remarks.push({ about: 'copy', what: 'from-archive' })
  if (page.charsetGuessed) remarks.push({ about: 'page', what: 'charset-guessed' })
  return remarks
}
