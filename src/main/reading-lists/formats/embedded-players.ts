// Players of recordings that stand in a text: as frames, as code hosts and pages write them, and as the short forms of Markdown's site builders.
import { attribute, type HtmlElement } from './html-tree.ts'

/** What a frame shows, as a link that has a picture for its words; which frames are recordings their addresses tell later. */
export function playerIn(frame: HtmlElement): { readonly address: string; readonly words: string } | null {
  const address = (attribute(frame, 'src') || attribute(frame, 'data-src'))?.trim().replace(/^\/\//, 'https://')
  return address ? { address: pageOf(address), words: attribute(frame, 'title')?.trim() || '🖼' } : null
}

/** The page of a recording, where only its player was given: a player's own address shows nothing outside of a frame. */
function pageOf(address: string): string {
  const [, youtube, start] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{11})(?:\?(?:.*&)?start=(\d{1,6}))?/i.exec(address) ?? []
  if (youtube) return `https://www.youtube.com/watch?v=${youtube}${start ? `&t=${start}` : ''}`
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d{6,12})/i.exec(address)?.[1]
  return vimeo ? `https://vimeo.com/${vimeo}` : address
}

/** `{{< youtube … >}}` (Hugo), `{% youtube … %}` (Jekyll, dev.to), `{% embed … %}`, `{% include youtube.html id="…" %}`. */
const shortForm =
  /\{(?:\{<|\{%|%)\s*(?:include\s+)?(youtube|vimeo|video|embed)(?:\w*(?:\.html)?)\s+([^{}<>\n]{1,300}?)\s*\/?(?:>\}|%\})\}?/gi
const addressOf: Readonly<Record<string, (id: string) => string | null>> = {
  youtube: (id) => (/^[\w-]{11}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : null),
  vimeo: (id) => (/^\d{6,12}$/.test(id) ? `https://vimeo.com/${id}` : null),
}

/** The short forms written out as frames: an address they hold, or the one their provider's number of a recording stands for. */
export function withPlayers(markdown: string): string {
  return markdown.replace(shortForm, (whole, name: string, words: string) => {
    const values = words.split(/\s+/).map((word) => word.replace(/^\w+=/, '').replace(/^["']|["']$/g, ''))
    const address =
      values.find((value) => /^https?:\/\//i.test(value)) ??
      values.map((value) => addressOf[name.toLowerCase()]?.(value) ?? null).find((one) => one !== null)
    return address ? `<iframe src="${address.replaceAll('"', '%22')}"></iframe>` : whole
  })
}

/** A short form of a site builder that quotes somebody: `{{< quote body="…<br>…" userName="…" >}}`. */
const quoteForm = /\{\{[<%]\s*\w+\s((?:[^{}"]|"[^"{}]*")*)[>%]\}\}/g
const quotedWords = /\b(?:body|text|quote|content|message|comment)\s*=\s*"([^"{}]+)"/

/** What such forms quote, as paragraphs of the text; other short forms stay as they are. */
export function withQuotes(markdown: string): string {
  return markdown.replace(quoteForm, (whole, attributes: string) => {
    const words = quotedWords.exec(attributes)?.[1]
    return words === undefined ? whole : `\n\n${words.replace(/<br\s*\/?>/gi, '\n')}\n\n`
  })
}
