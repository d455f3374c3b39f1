// The many spellings of one YouTube recording, mirrors included. The other sites are talk-sites.ts.
import type { TalkAddress, TalkFound } from './talk-address.ts'

const youtubeHost = /^(?:(?:gaming|music|m|www)\.)*(?:youtube\.com|youtube-nocookie\.com|youtube\.googleapis\.com|youtubekids\.com)$/
/** Mirrors that play YouTube's recordings under YouTube's ids: Invidious and Piped instances by their usual names, and well-known ones. */
const mirrorHost =
  /^(?:(?:[\w-]+\.)*(?:invidious|piped|inv)\.[\w.-]+|yewtu\.be|invidio\.us|vid\.puffyan\.us|(?:www\.)?hooktube\.com|cloudtube\.com)$/
/** Two of the player's own words happen to have the length of an id. */
const idShape = /^(?!videoseries$|live_stream$)[\w-]{11}$/
/** Watch Later, Liked and generated mixes belong to one visitor, not to an address. */
const personalList = /^(?:WL|LL|LM|RD.*)$/

/** A YouTube address with its common damage mended: `youtu.be/ID&t=98` and `watch?v=ID?t=98` lost their `?` or got a second one. */
export function mendYoutube(address: string): string {
  if (!/youtu/i.test(address)) return address
  return address
    .replace(/^(https?:\/\/youtu\.be\/[\w-]{11})&/i, '$1?')
    .replace(/^(https?:\/\/(?:[\w-]+\.)*youtube(?:-nocookie)?\.com\/(?:embed|live|shorts|v)\/[\w-]{11})&/i, '$1?')
    .replace(/^(https?:\/\/(?:[\w-]+\.)*youtube\.com\/watch\?(?:[^#]*&)?v=[\w-]{11})\?/i, '$1&')
}

/** The recording or playlist behind an address of YouTube or a mirror of it; the identity is the 11-character id, or the list's id. */
export function youtubeLink({ url, host, segments }: TalkAddress): TalkFound | null {
  const short = host === 'youtu.be' || host === 'www.youtu.be'
  const mirror = mirrorHost.test(host)
  if (!short && !mirror && !youtubeHost.test(host)) return null
  const playlist = listOf(url)
  const id = short ? idOf(segments[0]) : idIn(segments, url)
  if (id) {
    const list = playlist ? `&list=${playlist}` : ''
    return { provider: 'youtube', identity: id, form: 'video', url: `${originOf(url, mirror)}/watch?v=${id}${list}`, playlist }
  }
  const listPage = segments[0] === 'playlist' || (segments[0] === 'embed' && segments[1] === 'videoseries') || segments[0] === 'watch'
  if (!playlist || !listPage) return null
  return { provider: 'youtube', identity: playlist, form: 'playlist', url: `${originOf(url, mirror)}/playlist?list=${playlist}`, playlist }
}

function idIn(segments: readonly string[], url: URL): string | null {
  const [first = '', second] = segments
  if (first === 'watch') return idOf(url.searchParams.get('v') ?? second ?? new URLSearchParams(url.hash.replace(/^#!?/, '')).get('v'))
  return ['live', 'shorts', 'embed', 'v', 'e', 'vi'].includes(first) ? idOf(second) : null
}

function idOf(text: string | null | undefined): string | null {
  return text && idShape.test(text) ? text : null
}

function listOf(url: URL): string | null {
  const list = url.searchParams.get('list')
  return list && /^[\w-]{2,80}$/.test(list) && !personalList.test(list) ? list : null
}

/** A mirror was chosen for a reason, so it stays the address that opens. */
function originOf(url: URL, mirror: boolean): string {
  return mirror ? url.origin : 'https://www.youtube.com'
}
