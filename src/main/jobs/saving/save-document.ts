// A page that is a file: PDF and text (and a picture) are kept as they are, opened by the system, their text indexed where it can be had.
import { decoded } from '../../../shared/address/decoded.ts'
import { Failure, isCancelled } from '../../../shared/failure.ts'
import type { ItemSummary, Remark } from '../../../shared/item.ts'
import type { RawPage } from '../../../shared/journey.ts'
import { normaliserVersion } from '../../../shared/text/normalise.ts'
import type { ItemRecord } from '../../cache/cache.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'
import type { JobTools } from '../tools.ts'

type DocumentText = {
  readonly title: string | null
  readonly author: string | null
  readonly text: string
  readonly lang: string | null
  readonly remarks: readonly Remark[]
}

/** A prose reader's pace (Brysbaert 2019, silent reading of non-fiction), the same the extract room uses. */
const wordsPerMinute = 238

/** Stores a page that is no HTML as a document. Throws page.not-html for types that are nothing to read. */
export async function storeDocument(record: ItemRecord, page: RawPage, tools: JobTools): Promise<ItemSummary> {
  if (page.kind !== 'pdf' && page.kind !== 'text' && page.kind !== 'image') throw new Failure('page.not-html', { mime: page.mime })
  tools.report('extracting', 0, 0)
  const document = await textOf(page, tools)
  tools.report('storing', 0, 0)
  const words = document.text.split(/\s+/).filter((word) => word !== '').length
  const remarks: readonly Remark[] = page.source === 'file' ? [...document.remarks, { about: 'copy', what: 'from-file' }] : document.remarks
  const title = document.title ?? fileName(page.url) ?? record.item.title
  const { item } = await tools.cache.copies.store(
    {
      itemId: record.item.id,
      source: page.source,
      fetchedAt: page.fetchedAt,
      finalUrl: page.url,
      form: 'document',
      mime: page.mime,
      title,
      lang: document.lang,
      dir: null,
      words,
      etag: page.etag,
      lastModified: page.lastModified,
      extractorVersion,
      normaliserVersion,
      raw: new Uint8Array(),
      html: null,
      text: document.text,
      document: page.body,
      assets: [],
      report: null,
      facts: {
        kind: record.item.kind === 'paper' || record.item.kind === 'book' ? record.item.kind : 'document',
        title,
        byline: document.author,
        lang: document.lang,
        excerpt: document.text.slice(0, 240).replace(/\s+/g, ' ').trim() || null,
        words,
        minutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute)),
        state: 'complete',
        failure: null,
        remarks,
      },
    },
    { show: true },
  )
  return item
}

async function textOf(page: RawPage, tools: JobTools): Promise<DocumentText> {
  const nothing = { title: null, author: null, lang: null }
  if (page.kind === 'text')
    return { ...nothing, text: page.text ?? '', remarks: page.charsetGuessed ? [{ about: 'page', what: 'charset-guessed' }] : [] }
  if (page.kind === 'image') return { ...nothing, text: '', remarks: [] }
  try {
    const pdf = await tools.pool.readPdf(page.body, tools.signal)
    const remarks: readonly Remark[] = pdf.text.trim() === '' ? [{ about: 'document', what: 'text-not-had' }] : []
    return { title: pdf.title, author: pdf.author, text: pdf.text, lang: pdf.lang, remarks }
  } catch (error) {
    // A PDF whose text cannot be read is still a PDF the reader wants kept.
    if (isCancelled(error) || !(error instanceof Failure)) throw error
    return { ...nothing, text: '', remarks: [{ about: 'document', what: 'text-not-had' }] }
  }
}

function fileName(url: string): string | null {
  return decoded(new URL(url).pathname.split('/').pop() ?? '') || null
}
