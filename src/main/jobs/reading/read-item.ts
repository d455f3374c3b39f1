// The stored copy as a person or a script reads it: HTML with its pictures inside, Markdown, or plain text. Needs no network.

import { showSeconds } from '../../../shared/address/start-time.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { TalkMaterial } from '../../../shared/talk.ts'
import { escapeMarkup } from '../../../shared/text/escape-markup.ts'
import type { Cache, ItemRecord, StoredCopy } from '../../cache/cache.ts'
import { markHtml, type Passage } from '../../highlights/mark-html.ts'
import { markStyle } from '../../highlights/mark-style.ts'
import { markText } from '../../highlights/mark-text.ts'
import { materialsOf } from '../saving/materials-of.ts'

/** Throws copy.unknown when nothing of the item is on this machine yet. The highlights of the shown copy are marked, their notes follow. */
export async function readItem(id: ItemId, as: 'html' | 'markdown' | 'text', cache: Cache): Promise<string> {
  const record = cache.items.get(id)
  const materials = await materialsOf(record, cache)
  if (!record.item.shownCopy) return withMaterials(readTalk(record, as), materials, as)
  const copy = cache.copies.get(record.item.shownCopy)
  const { passages, notes } = passagesOf(copy, cache)
  if (as === 'text' || (as === 'markdown' && copy.form === 'document')) {
    const text = timedText(await cache.copies.readText(copy.id), passages, copy, cache)
    return withMaterials([text, ...notes.map((note, index) => `[${index + 1}] ${note.trim()}`)].join('\n\n'), materials, as)
  }
  if (copy.form === 'document') return wholePage(`<pre>${escapeMarkup(await cache.copies.readText(copy.id))}</pre>`, record, copy)
  const marked = markHtml(await cache.copies.readHtml(copy.id), passages)
  const html = copy.transcript ? withTimes(marked) : marked
  const { title, url } = record.item
  if (as === 'markdown') {
    // Its packages are large, and no start waits for them.
    const { htmlToMarkdown } = await import('../../transfer/exports/markdown.ts')
    return withMaterials(htmlToMarkdown(withRemoteAddresses(html, record, cache), { title, url, notes }), materials, as)
  }
  const style = passages.length === 0 ? '' : `<style>${markStyle}</style>`
  return wholePage(
    `<article>${await withPicturesInside(html, record, cache)}</article>${withMaterials(notesSection(notes), materials, as)}`,
    record,
    copy,
    style,
  )
}

/** The marked text, before each line of a transcript the moment it is said. Marks stand within lines and add none. */
function timedText(text: string, passages: readonly Passage[], copy: StoredCopy, cache: Cache): string {
  const marked = markText(text, passages)
  const times = cache.copies.transcripts(copy.itemId).find((one) => one.copy.id === copy.id)?.facts.times ?? []
  if (times.length === 0) return marked
  const moments = new Map(times)
  let at = 0
  const starts = text.split('\n').map((line) => {
    const seconds = moments.get(at)
    at += line.length + 1
    return seconds
  })
  return marked
    .split('\n')
    .map((line, index) => (starts[index] === undefined ? line : `[${showSeconds(starts[index])}] ${line}`))
    .join('\n')
}

/** A transcript's paragraphs carry their moment in their ids; in a page read elsewhere it is written out. */
function withTimes(html: string): string {
  return html.replace(/<(?:p|h2) id="t-(\d+)(?:-\d+)?">/g, (tag, seconds: string) => `${tag}[${showSeconds(Number(seconds))}] `)
}

/** The highlights of one copy, the oldest first, and their notes in the order of the text. */
function passagesOf(copy: StoredCopy, cache: Cache): { readonly passages: readonly Passage[]; readonly notes: readonly string[] } {
  const highlights = cache.highlights.ofItem(copy.itemId).filter((highlight) => highlight.copyId === copy.id)
  const noted = highlights.filter(({ note }) => note.trim() !== '').toSorted((one, other) => one.anchor.end - other.anchor.end)
  const numbers = new Map(noted.map(({ id }, index) => [id, index + 1]))
  const passages = highlights
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .map(({ id, anchor, colour }) => ({ start: anchor.start, end: anchor.end, colour, note: numbers.get(id) ?? null }))
  return { passages, notes: noted.map(({ note }) => note) }
}

/** The slides and code of a talk, behind its words. */
function withMaterials(content: string, materials: readonly TalkMaterial[], as: 'html' | 'markdown' | 'text'): string {
  if (materials.length === 0) return content
  const lines = materials.map(({ kind, url }) => [{ slides: 'Slides', code: 'Code', other: 'Also' }[kind], url] as const)
  if (as === 'text') return [content, lines.map(([what, url]) => `${what}: ${url}`).join('\n')].join('\n\n')
  if (as === 'markdown') return `${content.trimEnd()}\n\n${lines.map(([what, url]) => `- ${what}: <${url}>`).join('\n')}\n`
  const items = lines.map(([what, url]) => `<li>${what}: <a href="${escapeMarkup(url)}">${escapeMarkup(url)}</a></li>`)
  return `${content}<ul>${items.join('')}</ul>`
}

function notesSection(notes: readonly string[]): string {
  if (notes.length === 0) return ''
  const items = notes.map((note, index) => {
    const paragraphs = note
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${escapeMarkup(paragraph).replaceAll('\n', '<br>')}</p>`)
    return `<li id="note-${index + 1}">${paragraphs.join('')} <a href="#note-ref-${index + 1}">↩</a></li>`
  })
  return `<section><h2>Notes</h2><ol>${items.join('')}</ol></section>`
}

/** A page that stands alone: without its charset and title a browser would guess at both. */
function wholePage(body: string, { item }: ItemRecord, { lang, dir }: StoredCopy, style = ''): string {
  const attributes = `${lang ? ` lang="${escapeMarkup(lang)}"` : ''}${dir ? ` dir="${dir}"` : ''}`
  const head = `<meta charset="utf-8"><title>${escapeMarkup(item.title)}</title><link rel="canonical" href="${escapeMarkup(item.url)}">${style}`
  return `<!doctype html>\n<html${attributes}><head>${head}</head><body><h1>${escapeMarkup(item.title)}</h1>\n${body}</body></html>`
}

/** `asset/<sha256>` becomes a `data:` address, so that the file stands alone. */
async function withPicturesInside(html: string, record: ItemRecord, cache: Cache): Promise<string> {
  const inside = new Map<string, string>()
  for (const asset of cache.copies.assetsOf(shownCopyOf(record))) {
    if (!html.includes(`asset/${asset.sha256}`)) continue
    const bytes = await cache.blobs.read(asset.sha256)
    inside.set(asset.sha256, `data:${asset.mime};base64,${Buffer.from(bytes).toString('base64')}`)
  }
  return html.replace(/(["'])asset\/([0-9a-f]{64})\1/g, (whole, quote: string, sha: string) => {
    const data = inside.get(sha)
    return data ? `${quote}${data}${quote}` : whole
  })
}

/** Markdown is read elsewhere, so its pictures point to where they came from. */
function withRemoteAddresses(html: string, record: ItemRecord, cache: Cache): string {
  const remote = new Map(cache.copies.assetsOf(shownCopyOf(record)).map((asset) => [asset.sha256, asset.url]))
  return html.replace(/(["'])asset\/([0-9a-f]{64})\1/g, (whole, quote: string, sha: string) => {
    const url = remote.get(sha)
    return url ? `${quote}${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}${quote}` : whole
  })
}

function shownCopyOf(record: ItemRecord) {
  if (!record.item.shownCopy) throw new Failure('copy.unknown')
  return record.item.shownCopy
}

/** A talk without a page of its own is read as what is known about it. */
function readTalk(record: ItemRecord, as: 'html' | 'markdown' | 'text'): string {
  const { item, talk } = record
  if (!talk) throw new Failure('copy.unknown')
  const start = item.startSeconds === null ? null : `Starts at ${showSeconds(item.startSeconds)}`
  const facts = [talk.speakers.join(', '), talk.event, talk.recordedOn, start, item.url].filter(
    (fact) => fact !== null && fact !== '',
  ) as string[]
  const chapters = talk.chapters.map((chapter) => `${showSeconds(chapter.startSeconds)} ${chapter.title}`)
  const paragraphs = talk.description?.split(/\n{2,}/) ?? []
  if (as === 'text') return [item.title, facts.join('\n'), ...paragraphs, chapters.join('\n')].filter((part) => part !== '').join('\n\n')
  if (as === 'markdown') {
    return [`# ${item.title}`, facts.map((fact) => `- ${fact}`).join('\n'), ...paragraphs, chapters.map((line) => `- ${line}`).join('\n')]
      .filter((part) => part !== '')
      .join('\n\n')
  }
  const list = (lines: readonly string[]): string =>
    lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`
  return `<h1>${escapeMarkup(item.title)}</h1>${list(facts)}${paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph)}</p>`).join('')}${list(chapters)}`
}
