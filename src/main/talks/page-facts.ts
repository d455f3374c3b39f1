// What a page says of its recording in JSON-LD and meta tags. Reads text, builds no tree: pages are parsed in child processes, and these
// come from a handful of known sites. A saved page's own facts come in its Draft (extract).
import type { Details } from './details.ts'

type Json = { readonly [name: string]: unknown }

/** The VideoObject of a page, then its OpenGraph tags; an empty answer when it has neither. */
export function pageFacts(html: string): Details {
  const video = findVideo(html)
  const meta = metaTags(html)
  const title = textOf(video?.name) ?? meta.get('og:title') ?? meta.get('twitter:title')
  return {
    title,
    speakers: video ? [...peopleOf(video.actor), ...peopleOf(video.author), ...peopleOf(video.creator)] : authorOf(meta),
    event: nameOf(video?.recordedAt),
    recordedOn: textOf(video?.dateCreated) ?? textOf(video?.uploadDate) ?? textOf(video?.datePublished) ?? meta.get('video:release_date'),
    duration: textOf(video?.duration) ?? meta.get('video:duration') ?? meta.get('og:video:duration'),
    description: textOf(video?.description) ?? meta.get('og:description') ?? meta.get('description'),
    lang:
      textOf(video?.inLanguage) ?? nameOf(video?.inLanguage) ?? /<html\b[^>]*\blang=["']?([\w-]{2,20})/i.exec(html.slice(0, 5_000))?.[1],
    licence: textOf(video?.license),
    chapters: clipsOf(video?.hasPart),
    thumbnailUrl: imageOf(video?.thumbnailUrl) ?? imageOf(video?.thumbnail) ?? meta.get('og:image'),
  }
}

/** The words a page's JSON-LD gives as its recording's transcript; null without them. */
export function transcriptFact(html: string): string | null {
  return textOf(findVideo(html)?.transcript)
}

/** The JSON value that begins at the first `{` after a mark in a page's scripts, or null. Reads to the matching brace, never past 4 MB. */
export function jsonAfter(html: string, mark: RegExp): unknown {
  const at = mark.exec(html)
  if (!at) return null
  const start = html.indexOf('{', at.index + at[0].length - 1)
  if (start < 0) return null
  let depth = 0
  let inText = false
  for (let i = start; i < html.length && i - start < 4_000_000; i++) {
    const letter = html[i]
    if (inText) {
      if (letter === '\\') i++
      else if (letter === '"') inText = false
    } else if (letter === '"') inText = true
    else if (letter === '{') depth++
    else if (letter === '}' && --depth === 0) return parsed(html.slice(start, i + 1))
  }
  return null
}

function findVideo(html: string): Json | null {
  for (const { tag, inside } of scripts(html)) {
    const found = tag.includes('application/ld+json') ? videoIn(parsed(inside)) : null
    if (found) return found
  }
  return null
}

/** Steps from tag to tag, so that the time is that of one reading whatever the page holds. */
function* scripts(html: string): Generator<{ readonly tag: string; readonly inside: string }> {
  const begin = /<script\b/gi
  const end = /<\/script/gi
  for (let found = begin.exec(html); found; found = begin.exec(html)) {
    const open = html.indexOf('>', found.index)
    end.lastIndex = open
    const close = open < 0 ? null : end.exec(html)
    if (!close) return
    yield { tag: html.slice(found.index, open), inside: html.slice(open + 1, close.index) }
    begin.lastIndex = close.index
  }
}

/** Looks through lists, graphs and nested things, nearest first; a page may nest without end, so no further than 2,000 of them. */
function videoIn(root: unknown): Json | null {
  const queue: unknown[] = [root]
  for (let seen = 0; seen < queue.length && seen < 2_000; seen++) {
    const value = queue[seen]
    if (Array.isArray(value)) queue.push(...value.slice(0, 200))
    if (!isObject(value)) continue
    const types = [value['@type']].flat()
    if (types.includes('VideoObject')) return value
    queue.push(
      ...Object.values(value)
        .slice(0, 200)
        .filter((inner) => typeof inner === 'object'),
    )
  }
  return null
}

function metaTags(html: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  const begin = /<meta\b/gi
  for (let found = begin.exec(html); found; found = begin.exec(html)) {
    const close = html.indexOf('>', found.index)
    if (close < 0) break
    begin.lastIndex = close
    const tag = html.slice(found.index, Math.min(close, found.index + 20_000))
    const name = /\b(?:property|name)\s*=\s*["']?([\w:.-]+)/i.exec(tag)?.[1]?.toLowerCase()
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
    const value = content?.[1] ?? content?.[2]
    if (name && value && !tags.has(name)) tags.set(name, value)
  }
  return tags
}

function authorOf(meta: ReadonlyMap<string, string>): readonly string[] {
  const author = meta.get('author')
  return author ? [author] : []
}

function clipsOf(parts: unknown): NonNullable<Details['chapters']> {
  return [parts].flat().flatMap((part) => {
    if (!isObject(part) || part['@type'] !== 'Clip') return []
    const start = part.startOffset
    return [{ start: typeof start === 'number' || typeof start === 'string' ? start : null, title: textOf(part.name) }]
  })
}

function peopleOf(value: unknown): string[] {
  return [value].flat().flatMap((one) => textOf(one) ?? nameOf(one) ?? [])
}

function imageOf(value: unknown): string | null {
  const [first] = [value].flat()
  return textOf(first) ?? (isObject(first) ? (textOf(first.url) ?? textOf(first.contentUrl)) : null)
}

function nameOf(value: unknown): string | null {
  return isObject(value) ? textOf(value.name) : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
