// The values a link becomes on its way to the shelf: RawPage, Draft, LocalDraft. Steps take one and give the next;
// they live here because no step may know another.
import type { CompletenessReport, Counts, ItemKind, Remark } from './item.ts'
import type { Talk } from './talk.ts'

/** What the bytes are, by sniffing before belief. */
export type PageKind = 'html' | 'pdf' | 'text' | 'image' | 'video' | 'audio' | 'feed' | 'other'

/** What the server sent, decoded when it is text. */
export type RawPage = {
  /** The address asked for and the one that answered, after redirects. */
  readonly requestedUrl: string
  readonly url: string
  readonly status: number
  readonly kind: PageKind
  /** Sniffed media type without parameters, for example `text/html`. */
  readonly mime: string
  readonly charset: string | null
  /** True when no header, BOM or meta named the charset and it was guessed from the bytes. */
  readonly charsetGuessed: boolean
  readonly body: Uint8Array
  /** The decoded text for html, text and feed; null otherwise. */
  readonly text: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly fetchedAt: number
  readonly source: 'web' | 'file' | 'web-archive'
  /** Files that came with it (MHTML, a saved folder), by absolute address: they are taken before the network is asked. */
  readonly companions: ReadonlyMap<string, Companion>
}
export type Companion = { readonly mime: string; readonly bytes: Uint8Array }

/** One picture or file a draft needs: every useful address, best first. */
export type AssetRequest = {
  readonly role: 'image' | 'lead' | 'favicon' | 'poster'
  /** Best candidate first (largest useful of srcset, picture, data-src, noscript), absolute; `data:` addresses are allowed. */
  readonly urls: readonly string[]
}

/** Cleaned, sanitised, not stored. Made in an extract process; plain data. */
export type Draft = {
  readonly kind: ItemKind
  readonly title: string
  readonly byline: string | null
  readonly publishedTime: string | null
  readonly modifiedTime: string | null
  readonly siteName: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly excerpt: string | null
  readonly canonicalUrl: string | null
  /** The series the page says it is a part of; absent when it says none. */
  readonly series?: { readonly title: string; readonly part: number | null }
  /** Sanitised article. Each local-to-be picture has `src="carrel-asset:<nonce>-<n>"`, n indexing `assets`. */
  readonly html: string
  readonly assetNonce: string
  readonly assets: readonly AssetRequest[]
  /** The one normalised plain text (shared/text/normalise.ts) of `html`. */
  readonly text: string
  readonly words: number
  /** Lines of code, counted apart from words: they are read slower. */
  readonly codeLines: number
  readonly minutes: number
  readonly counts: Counts
  readonly remarks: readonly Remark[]
  /** A recording the page is about (VideoObject, an embedded player), with what the page says of it. */
  readonly talk: Talk | null
  /** Pointers a talk page gives for more details: oEmbed discovery link, player address. */
  readonly oembedUrl: string | null
  readonly embeds: readonly { readonly url: string; readonly title: string | null }[]
}

export type LocalAsset = {
  readonly role: AssetRequest['role']
  readonly url: string
  readonly sha256: string
  readonly mime: string
  readonly bytes: Uint8Array
  readonly width: number | null
  readonly height: number | null
}

/** A draft whose pictures are here: `html` points to `asset/<sha256>`; what is missing is in the report. */
export type LocalDraft = {
  readonly draft: Draft
  readonly html: string
  readonly assets: readonly LocalAsset[]
  readonly leadImage: string | null
  readonly favicon: string | null
  readonly report: CompletenessReport
}
