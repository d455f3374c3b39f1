// Players, posts and other things that live on another site become a plain line that links to them: nothing embedded ever loads.
import { absoluteUrl, allElements, classOf, elementsOf, hasClass, isInside, plainWords } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'

export const embedMark = 'data-carrel-embed'

/** What is worth a line, by address. The rest of the frames of the web are advertisements, forms and trackers. */
const known: readonly { readonly what: string; readonly site: string; readonly at: RegExp }[] = [
  { what: 'Video', site: 'YouTube', at: /^https?:\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)\// },
  { what: 'Video', site: 'Vimeo', at: /^https?:\/\/(?:player\.|www\.)?vimeo\.com\// },
  { what: 'Video', site: 'Dailymotion', at: /^https?:\/\/(?:www\.|geo\.)?dailymotion\.com\// },
  { what: 'Video', site: 'TED', at: /^https?:\/\/embed(?:-ssl)?\.ted\.com\// },
  { what: 'Video', site: 'media.ccc.de', at: /^https?:\/\/media\.ccc\.de\// },
  { what: 'Video', site: 'Twitch', at: /^https?:\/\/(?:player|clips)\.twitch\.tv\// },
  {
    what: 'Video',
    site: '',
    at: /^https?:\/\/[^/]+\/videos\/embed\/|\/\/(?:fast\.wistia\.(?:net|com)|players\.brightcove\.net|www\.loom\.com\/embed|streamable\.com|cdn\.jwplayer\.com|v\.qq\.com|player\.bilibili\.com|rutube\.ru|www\.facebook\.com\/plugins\/video|archive\.org\/embed|www\.infoq\.com|videopress\.com|www\.tiktok\.com\/embed)/,
  },
  { what: 'Recording', site: 'SoundCloud', at: /^https?:\/\/w\.soundcloud\.com\// },
  { what: 'Recording', site: 'Spotify', at: /^https?:\/\/open\.spotify\.com\// },
  {
    what: 'Recording',
    site: '',
    at: /\/\/(?:bandcamp\.com\/EmbeddedPlayer|embed\.podcasts\.apple\.com|player\.(?:simplecast|megaphone|fm)\b|anchor\.fm|www\.podbean\.com)/,
  },
  { what: 'Slides', site: '', at: /\/\/(?:speakerdeck\.com\/player|www\.slideshare\.net|docs\.google\.com\/presentation|slides\.com)/ },
  {
    what: 'Code',
    site: '',
    at: /\/\/(?:codepen\.io|jsfiddle\.net|codesandbox\.io|stackblitz\.com|gist\.github\.com|glitch\.com\/embed|replit\.com|carbon\.now\.sh|play\.golang\.org|asciinema\.org|www\.kaggle\.com\/embed)/,
  },
  {
    what: 'Chart',
    site: '',
    at: /\/\/(?:datawrapper\.dwcdn\.net|public\.flourish\.studio|flo\.uri\.sh|e\.infogram\.com|observablehq\.com\/embed|public\.tableau\.com|ourworldindata\.org\/grapher|plot(?:ly)?\.)/,
  },
  { what: 'Map', site: '', at: /\/\/(?:www\.google\.[a-z.]+\/maps\/embed|maps\.google\.|www\.openstreetmap\.org\/export)/ },
  {
    what: 'Post',
    site: '',
    at: /\/\/(?:platform\.twitter\.com\/embed|twitter\.com|x\.com|www\.instagram\.com|www\.facebook\.com\/plugins\/post|[^/]+\/@[^/]+\/\d+\/embed|www\.reddit(?:media)?\.com|embed\.bsky\.app)/,
  },
  {
    what: 'Document',
    site: '',
    at: /\/\/(?:docs\.google\.com|www\.scribd\.com\/embeds|drive\.google\.com\/file|view\.officeapps\.live\.com|embed\.documentcloud\.org)/,
  },
]
const lazyAttributes = [
  'src',
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-litespeed-src',
  'data-cmp-src',
  'data-cookieblock-src',
  'data-consent-src',
  'data-ezsrc',
]

export type Embed = { readonly url: string; readonly title: string | null }

/** Standardises all embedded things of the document in place and tells what they were. */
export function standardiseEmbeds(document: Document, base: string): Embed[] {
  const found: Embed[] = []
  const replace = (element: Element, url: string, title: string | null, what: string, site: string): void => {
    const address = watchAddress(url)
    found.push({ url: address, title })
    const line = document.createElement('p')
    line.setAttribute(embedMark, '')
    const link = document.createElement('a')
    link.setAttribute('href', address)
    link.textContent = `${what}${site ? ` on ${site}` : ` (${new URL(address).hostname.replace(/^www\./, '')})`}${title ? `: ${title}` : ''}`
    line.append(link)
    placeOf(element).replaceWith(line)
  }
  for (const element of allElements(document)) {
    if (!element.isConnected || isInside(element, 'head', 'noscript')) continue
    const name = element.localName
    const lite = liteVideo(element)
    if (lite !== null) replace(element, lite, titleOf(element), 'Video', lite.includes('vimeo') ? 'Vimeo' : 'YouTube')
    else if (name === 'iframe' || name === 'embed' || name === 'amp-iframe') {
      const url = lazyAttributes
        .map((attribute) => absoluteUrl(element.getAttribute(attribute), base))
        .find((address) => address !== null && address !== undefined)
      const match = url ? known.find((entry) => entry.at.test(url)) : undefined
      if (url && match && !/\/(?:subscribe_embed|live_chat)|plugins\/(?:like|page|share)|recaptcha|\/widgets?\/follow/i.test(url))
        replace(element, url, titleOf(element), match.what, match.site)
      else element.remove()
    } else if (name === 'object') replaceObject(element, base, replace)
    else if (name === 'video' || name === 'audio') replaceMedia(element, base, replace)
    else if (name === 'script') {
      const url = absoluteUrl(element.getAttribute('src'), base)
      if (url && /\/\/gist\.github\.com\/[^/]+\/[0-9a-f]+|\/\/asciinema\.org\/a\//.test(url))
        replace(element, url.replace(/\.js(?:\?.*)?$/, ''), null, 'Code', '')
    } else if (
      hasClass(element, /(?:^|\s)(?:twitter-tweet|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed)(?:\s|$)/) &&
      name === 'blockquote'
    ) {
      const url = elementsOf(element, 'a')
        .map((link) => absoluteUrl(link.getAttribute('href'), base))
        .findLast((address) => address !== null)
      element.removeAttribute('class')
      if (plainWords(element) === '' && url) replace(element, url, null, 'Post', '')
    }
  }
  return found
}

type Replace = (element: Element, url: string, title: string | null, what: string, site: string) => void

function replaceObject(element: Element, base: string, replace: Replace): void {
  const url = absoluteUrl(
    element.getAttribute('data') ??
      elementsOf(element, 'param')
        .find((param) => param.getAttribute('name') === 'movie')
        ?.getAttribute('value'),
    base,
  )
  const match = url ? known.find((entry) => entry.at.test(url)) : undefined
  if (url && match) replace(element, url, titleOf(element), match.what, match.site)
}

function replaceMedia(element: Element, base: string, replace: Replace): void {
  const sources = [
    element.getAttribute('src'),
    element.getAttribute('data-src'),
    ...elementsOf(element, 'source').map((source) => source.getAttribute('src')),
  ]
  const url = sources.map((source) => absoluteUrl(source, base)).find((address) => address !== null)
  const isDecoration =
    element.hasAttribute('autoplay') && element.hasAttribute('loop') && element.hasAttribute('muted') && !element.hasAttribute('controls')
  const poster = absoluteUrl(element.getAttribute('poster') ?? element.getAttribute('data-poster'), base)
  if (poster !== null && element.localName === 'video') {
    const image = element.ownerDocument.createElement('img')
    image.setAttribute('src', poster)
    image.setAttribute('alt', titleOf(element) ?? '')
    element.before(image)
  }
  if (url && !(isDecoration && poster !== null))
    replace(element, url, titleOf(element), element.localName === 'audio' ? 'Recording' : 'Video', '')
  else element.remove()
}

/** Players that load on a click: the video's identity stands in an attribute. */
function liteVideo(element: Element): string | null {
  const name = element.localName
  if (!name.includes('-') && !hasClass(element, /youtube|lyte|rll-youtube|video-player|embed-vimeo/i)) return null
  const id =
    element.getAttribute('videoid') ??
    element.getAttribute('video-id') ??
    element.getAttribute('data-videoid') ??
    element.getAttribute('data-video-id') ??
    element.getAttribute('data-youtube-id') ??
    element.getAttribute('data-id')
  if (id === null) return null
  if (/vimeo/i.test(`${name} ${classOf(element)}`) && /^\d{5,12}$/.test(id)) return `https://vimeo.com/${id}`
  return /youtube|lyte/i.test(`${name} ${classOf(element)}`) && /^[\w-]{11}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : null
}

function titleOf(element: Element): string | null {
  const title = (element.getAttribute('title') ?? element.getAttribute('aria-label') ?? element.getAttribute('playlabel') ?? '').trim()
  return title === '' ||
    /^(?:youtube video player|embedded (?:video|content)|video player|player|iframe|video|youtube|vimeo video player)$/i.test(title)
    ? null
    : title
}

/** A responsive box around a player would be all that is left of it: the line takes its place. */
function placeOf(element: Element): Element {
  let place = element
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (!['div', 'span', 'p'].includes(parent.localName) && !parent.localName.includes('-')) break
    if (
      plainWords(parent) !== plainWords(element) ||
      elementsOf(parent, 'iframe', 'img', 'video').filter((other) => other !== element).length > 0
    )
      break
    if (parent.parentElement?.localName === 'body') break
    place = parent
  }
  return place
}

function watchAddress(url: string): string {
  const youtube = /(?:youtube(?:-nocookie)?\.com\/(?:embed|v)\/|youtu\.be\/)([\w-]{11})/.exec(url)?.[1]
  if (youtube !== undefined) {
    const start = /[?&](?:start|t)=(\d+)/.exec(url)?.[1]
    return `https://www.youtube.com/watch?v=${youtube}${start === undefined ? '' : `&t=${start}s`}`
  }
  const vimeo = /player\.vimeo\.com\/video\/(\d+)(?:\?(?:.*&)?h=([0-9a-f]+))?/.exec(url)
  if (vimeo?.[1] !== undefined) return `https://vimeo.com/${vimeo[1]}${vimeo[2] === undefined ? '' : `/${vimeo[2]}`}`
  return url
}
