// What `carrel extract` answers of a draft: addresses absolute, nothing left to be made local.
import type { Counts, ItemKind, Remark } from '../../shared/item.ts'
import type { Draft } from '../../shared/journey.ts'

export type Extracted = {
  readonly kind: ItemKind
  readonly title: string
  readonly byline: string | null
  readonly publishedTime: string | null
  readonly siteName: string | null
  readonly lang: string | null
  readonly excerpt: string | null
  readonly html: string
  readonly text: string
  readonly counts: Counts
  readonly remarks: readonly Remark[]
}

/** The draft with each picture at its best address again. */
export function extractedJson(draft: Draft): Extracted {
  const { kind, title, byline, publishedTime, siteName, lang, excerpt, text, counts, remarks } = draft
  const html = draft.html.replaceAll(new RegExp(`carrel-asset:${draft.assetNonce}-(\\d+)`, 'g'), (_whole, index: string) =>
    (draft.assets[Number(index)]?.urls[0] ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  )
  return { kind, title, byline, publishedTime, siteName, lang, excerpt, html, text, counts, remarks }
}
