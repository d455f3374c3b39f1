// How the sites of talks other than YouTube spell an address: one small reader each. talk-link.ts asks them in turn.
import { readUuid } from './short-uuid.ts'
import type { TalkAddress, TalkFound } from './talk-address.ts'

type Site = (address: TalkAddress) => TalkFound | null

const vimeo: Site = ({ url, host, segments }) => {
  if (!/^(?:www\.|player\.)?vimeo\.com$/.test(host)) return null
  const showcase = /^(?:showcase|album)$/.test(segments[0] ?? '') ? segments[1] : undefined
  // vimeo.com/ID, /ID/HASH, and any longer road that ends in the id: channels/x/ID, groups/x/videos/ID, showcase/x/video/ID, video/ID.
  const last = segments.findLastIndex((part) => /^\d{2,12}$/.test(part))
  const id = segments[last]
  const known = /^(?:\d+|video|channels|groups|album|showcase|ondemand|manage|videos|user\d+)$/.test(segments[0] ?? '')
  const listOnly = showcase !== undefined && last <= 1
  if (listOnly && /^\d+$/.test(showcase)) {
    return { provider: 'vimeo', identity: showcase, form: 'playlist', url: `https://vimeo.com/showcase/${showcase}`, playlist: showcase }
  }
  if (!id || !known) return null
  const hash = [url.searchParams.get('h'), segments[last + 1]].find((part) => part && /^[0-9a-f]{8,20}$/.test(part))
  const identity = hash ? `${id}/${hash}` : id
  return { provider: 'vimeo', identity, form: 'video', url: `https://vimeo.com/${identity}`, playlist: null }
}

/** Any host may be a PeerTube, so only a whole uuid, or its 22-character short form, on PeerTube's own paths is taken for one. */
const peertube: Site = ({ url, segments }) => {
  const path = segments.join('/')
  const list = /^(?:w\/p|videos\/watch\/playlist|video-playlists\/embed)\/([^/;]+)$/.exec(path)?.[1]
  const video = /^(?:w|videos\/watch|videos\/embed)\/([^/;]+)(?:;.*)?$/.exec(path)?.[1]
  const id = list ?? video
  const uuid = id ? readUuid(id) : null
  if (!id || !uuid) return null
  if (list) return { provider: 'peertube', identity: uuid, form: 'playlist', url: `${url.origin}/w/p/${id}`, playlist: uuid }
  return { provider: 'peertube', identity: uuid, form: 'video', url: `${url.origin}/w/${id}`, playlist: null }
}

const mediaCcc: Site = ({ host, segments: [first, slug] }) => {
  if (!/^(?:www\.|app\.)?media\.ccc\.de$/.test(host) || first !== 'v' || !slug) return null
  return { provider: 'media-ccc', identity: slug, form: 'video', url: `https://media.ccc.de/v/${encodeURIComponent(slug)}`, playlist: null }
}

const ted: Site = ({ host, segments }) => {
  if (!/^(?:www\.|embed\.|embed-ssl\.)?ted\.com$/.test(host) || segments[0] !== 'talks') return null
  // Older addresses carry the language in the path: /talks/lang/de/slug.html
  const slug = (segments[1] === 'lang' ? segments[3] : segments[1])?.replace(/\.html$/, '')
  if (!slug || !/^[\w-]{3,}$/.test(slug)) return null
  return { provider: 'ted', identity: slug, form: 'video', url: `https://www.ted.com/talks/${slug}`, playlist: null }
}

const infoq: Site = ({ host, segments }) => {
  const slug = segments[segments.indexOf('presentations') + 1]
  if (!/^(?:www\.)?infoq\.com$/.test(host) || !segments.slice(0, 2).includes('presentations') || !slug) return null
  return {
    provider: 'infoq',
    identity: slug,
    form: 'video',
    url: `https://www.infoq.com/presentations/${encodeURIComponent(slug)}/`,
    playlist: null,
  }
}

/**
 * Every item of archive.org has the address of a recording, be it a film, a book or a program; only its metadata tells which.
 * They are all answered here, because the metadata service serves them all better than the page, which is empty without scripts;
 * address-kind.ts guesses the kind and talks/providers/archive-org.ts knows it.
 */
const archiveOrg: Site = ({ host, segments: [first, id] }) => {
  if (!/^(?:www\.)?archive\.org$/.test(host) || (first !== 'details' && first !== 'embed') || !id) return null
  if (!/^[A-Za-z0-9][\w.-]{2,120}$/.test(id)) return null
  return { provider: 'archive-org', identity: id, form: 'video', url: `https://archive.org/details/${id}`, playlist: null }
}

const pyvideo: Site = ({ host, segments }) => {
  if (!/^(?:www\.)?pyvideo\.org$/.test(host) || segments.length !== 2) return null
  const [event = '', page = ''] = segments
  if (/^(?:events?|speakers?|tags?|languages?|pages?|feeds?|theme|category)$/.test(event) || !page.endsWith('.html')) return null
  const identity = `${event}/${page.slice(0, -5)}`
  return { provider: 'pyvideo', identity, form: 'video', url: `https://pyvideo.org/${identity}.html`, playlist: null }
}

const dailymotion: Site = ({ url, host, segments }) => {
  const short = host === 'dai.ly'
  if (!short && !/^(?:(?:www|m|touch|geo)\.)?dailymotion\.com$/.test(host)) return null
  const at = segments.indexOf('video')
  const player = host.startsWith('geo.') ? url.searchParams.get('video') : null
  // Older addresses carry the title after the id: /video/x7u5gk_some-title
  const id = (short ? segments[0] : (player ?? (at >= 0 ? segments[at + 1] : undefined)))?.split('_')[0]
  if (id && /^[A-Za-z0-9]{4,24}$/.test(id)) {
    return { provider: 'dailymotion', identity: id, form: 'video', url: `https://www.dailymotion.com/video/${id}`, playlist: null }
  }
  const list = segments[0] === 'playlist' ? segments[1]?.split('_')[0] : undefined
  if (!list || !/^[A-Za-z0-9]{4,24}$/.test(list)) return null
  return { provider: 'dailymotion', identity: list, form: 'playlist', url: `https://www.dailymotion.com/playlist/${list}`, playlist: list }
}

const speakerdeck: Site = ({ host, segments }) => {
  const [first = '', second = ''] = segments
  if (!/^(?:www\.)?speakerdeck\.com$/.test(host) || segments.length !== 2) return null
  if (/^(?:p|c|player|features|signin|signup|pro|faq|search)$/.test(first)) return null
  const identity = `${first}/${second}`
  return { provider: 'speakerdeck', identity, form: 'video', url: `https://speakerdeck.com/${identity}`, playlist: null }
}

const slideshare: Site = ({ host, segments }) => {
  if (!/^(?:(?:www|[a-z]{2})\.)?slideshare\.net$/.test(host) || segments.length < 2) return null
  const [first = '', second = ''] = segments
  if (/^(?:search|category|explore|about|upload|login|signup|mobile)$/.test(first)) return null
  const identity = first === 'slideshow' ? segments.slice(0, 3).join('/') : `${first}/${second}`
  return { provider: 'slideshare', identity, form: 'video', url: `https://www.slideshare.net/${identity}`, playlist: null }
}

/** A recording's own file. */
const videoFile: Site = ({ url }) => {
  if (!/\.(?:mp4|webm|m4v|ogv|mov)$/i.test(url.pathname)) return null
  const address = `${url.origin}${url.pathname}${url.search}`
  return { provider: 'video-file', identity: address, form: 'video', url: address, playlist: null }
}

/** PeerTube and plain files live on any host, so they are asked last. */
export const talkSites: readonly Site[] = [
  vimeo,
  mediaCcc,
  ted,
  infoq,
  archiveOrg,
  pyvideo,
  dailymotion,
  speakerdeck,
  slideshare,
  peertube,
  videoFile,
]
