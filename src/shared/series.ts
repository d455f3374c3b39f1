// The series an item's own title says it is a part of. From the title alone, so that it is known offline and the same on every machine;
// what a page's links tell of its series belongs to reading lists.
import type { SeriesPlace } from './item.ts'
import { partNumber } from './series-number.ts'
import { apartPartWords, plainPartWords, romanNames, wordsBehindNumber } from './series-words.ts'

/** Pages of code hosts number issues and changes, not parts. */
const numbersThings = /^(?:github\.com|gitlab\.|codeberg\.org|bitbucket\.org|bugs\.|issues\.|bugzilla\.|sourceforge\.net)/
const longestName = 300
/** Nobody numbers parts behind so many letters; a whole page pasted as a title must cost nothing. */
const longestTitle = 1_000

const number = String.raw`(\p{Nd}{1,4}|[IVX]{1,6}|[ivx]{1,6}|\p{L}{3,12}|un|[〇零一二三四五六七八九十]{1,4})`
/** "of 7", "/7", "von 7": how many there are is not kept, for the next part would change it. */
const ofAll = String.raw`(?:\s*(?:\/|／|of|von|de|di|из|з|sur|van|av|z|od)\s*\p{Nd}{1,4})?`
const words = (list: readonly string[]) => `(?:${list.join('|')})`
const opens = String.raw`[(\[（【「『<〈《]`
/** What may follow a part's number: nothing, a closing bracket, or what begins the part's own title. */
const ends = String.raw`(?=\s*$|\s*[)\]）】」』>〉》:：;,|·•~!?。、，]|\s+[-–—−]|[–—−]|\.\s|\.$)`
const apart = String.raw`(?:^|[,:;|·•~–—−.!?：、，]\s*|\s-\s*|${opens}\s*)`

type Marker = { readonly pattern: RegExp; readonly part: (match: RegExpExecArray, before: string) => number | null }
const marker = (source: string, part: Marker['part'] = (match) => partNumber(match[1] ?? '')): Marker => ({
  pattern: new RegExp(source, 'iu'),
  part,
})

/** Tried in this order; the first that fits tells, at its leftmost place. */
const markers: readonly Marker[] = [
  marker(String.raw`(?:${apart}|(?<=\s))${words(plainPartWords)}\s*#?\s*${number}${ofAll}${ends}`),
  marker(String.raw`${apart}${words(apartPartWords)}\s*#?\s*${number}${ofAll}${ends}`),
  marker(
    String.raw`(?:${apart}|(?<=\s))(\p{Nd}{1,2})(?:\.|ª|º|e|er|re|ère|ème|de|st|nd|rd|th|-[яа])?\s+${words(wordsBehindNumber)}${ends}`,
  ),
  marker(String.raw`(?:${apart}|(?<=\s))(\p{L}{4,12})\s+${words(wordsBehindNumber)}${ends}`),
  marker(
    String.raw`(?:${apart}|(?<=[\s」』】]))(?:第|제)\s*([〇零一二三四五六七八九十百]{1,5}|\p{Nd}{1,4})\s*(?:回|章|部分|部|篇|節|节|讲|講|話|话|集|弾|課|课|期|부|편|화|회|장|강)(?![\p{L}])`,
  ),
  marker(String.raw`(?:その|之)\s*([〇零一二三四五六七八九十]{1,4}|\p{Nd}{1,3})(?![\p{L}\p{N}])`),
  marker(String.raw`(?<=\s|${opens})(\p{Nd}{1,3})(?:부|편|화|회)${ends}`),
  marker(`[（(]([一二三四五六七八九十]{1,3})[）)]`),
  marker(String.raw`[(\[（【]\s*(\p{Nd}{1,3})\s*(?:\/|／|of|von|de|из|sur)\s*(\p{Nd}{1,3})\s*[)\]）】]`, fraction),
  marker(String.raw`(?:^|\s|${opens}|[,:–—|])\s*#\s?(\p{Nd}{1,4})${ends}`, numbered),
  marker(String.raw`(?<=[\p{L}\p{N})”"])[,:]?\s+([IVX]{2,6})${ends}`, romanAlone),
]

/**
 * The place of an item in a series, as its title says it: "Python behind the scenes #4: how …", "Foo, part 3", "Part 3: Foo" (then the
 * site is the series), "Foo (2/7)", "Foo III", "Teil 2", "第3回". Never years, versions, counts or dates. Equal keys belong together;
 * the host is part of the key. null: it says no such thing.
 */
export function seriesPlaceOf(item: {
  readonly title: string
  readonly host: string
  readonly siteName: string | null
}): SeriesPlace | null {
  const host = item.host.toLowerCase().replace(/^www\./, '')
  // Until a page has told its title, its address stands there.
  if (item.title.length > longestTitle || item.title.startsWith(`${host}/`) || numbersThings.test(host)) return null
  const title = withoutSite(item.title.normalize('NFC').replace(/\s+/g, ' ').trim(), item.siteName)
  for (const { pattern, part } of markers) {
    const match = pattern.exec(title)
    if (!match) continue
    const before = title.slice(0, match.index + (/^[([（【「『<〈《]/.exec(match[0])?.[0].length ?? 0))
    const found = part(match, before)
    if (found === null) continue
    const name = nameIn(before, title.slice(match.index + match[0].length))
    const known = name === '' ? (item.siteName?.trim() || host).slice(0, longestName) : name
    return { key: name === '' ? `${host}/#` : seriesKey(host, name), title: known, part: found }
  }
  return null
}

/** Names a series of this name on a host. */
export function seriesKey(host: string, name: string): string {
  return `${host.toLowerCase().replace(/^www\./, '')}/${keyOf(name)}`
}

/** 2/7, but neither 9/11 nor half and half. */
function fraction(match: RegExpExecArray): number | null {
  const part = partNumber(match[1] ?? '')
  const all = partNumber(match[2] ?? '')
  if (part === null || all === null || part > all || all < 2 || all > 200) return null
  return (part === 9 && all === 11) || (part === 50 && all === 50) ? null : part
}

/** "We are #1" and "bug #12" number no parts. */
function numbered(match: RegExpExecArray, before: string): number | null {
  const last = lastWord(before)
  return /^(?:the|a|is|are|am|be|your|my|our|their|his|her|number|bug|pr|ticket|request|pull|rfc|pep|comment|room|track|highway)$/.test(
    last,
  )
    ? null
    : partNumber(match[1] ?? '')
}

/** Capital letters only: the pattern does not tell, for the words around it may be written anyhow. */
function romanAlone(match: RegExpExecArray, before: string): number | null {
  const letters = match[1] ?? ''
  const name = `${before}${match[0].slice(0, 1)}`
  return letters === letters.toUpperCase() && !romanNames.has(lastWord(name)) ? partNumber(letters) : null
}

function lastWord(text: string): string {
  return /([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u.exec(text)?.[1]?.toLowerCase() ?? ''
}

/** Takes the site's own name off either end, unless nothing but a number would be left. */
function withoutSite(title: string, siteName: string | null): string {
  const site = siteName?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? ''
  if (site === '' || title.length <= site.length) return title
  const behind = title.slice(0, -site.length)
  if (title.endsWith(site) && /\s[|·•–—-]\s$/.test(behind)) return behind.replace(/\s[|·•–—-]\s$/, '')
  const rest = title.slice(site.length)
  const isName = title.startsWith(site) && /^\s*[|·•:–—-]\s/.test(rest)
  const shorter = rest.replace(/^\s*[|·•:–—-]\s*/, '')
  return isName && !/^(?:#?\s*\p{N}|\p{L}+\.?\s*#?\p{N})/u.test(shorter) ? shorter : title
}

/** "The ring (Small structures, part 1)": the series is named inside the brackets; else it is what stands before the number. */
function nameIn(before: string, behind: string): string {
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['), before.lastIndexOf('（'), before.lastIndexOf('【'))
  const inside = open >= 0 && /^[^([（【]*[)\]）】]/.test(behind) ? trimmed(before.slice(open + 1)) : ''
  return (inside === '' ? trimmed(before) : inside).slice(0, longestName)
}

function trimmed(name: string): string {
  return name.replace(/^[\s,:;|·•~–—−\-.、，：]+/u, '').replace(/[\s,:;|·•~–—−\-([（【「『<〈《、，：]+$/u, '')
}

/** Spelled the same however it is set: without signs, except those that make another word (C++, C#). */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .trim()
}
