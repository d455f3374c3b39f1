// Sites where one thing has several addresses: each is turned into the plainest, for comparing only. General rules are canonical-url.ts.
import { talkLink } from './talk-link.ts'

type Rule = { readonly host: RegExp; readonly plain: (url: URL) => string | null }

const arxivId = /^\/(?:abs|pdf|html|format|e-print)\/([\w.-]+\/\d{7}(?:v\d+)?|\d{4}\.\d{4,5}(?:v\d+)?)(?:\.pdf)?\/?$/

/** A rule answers the plain address, or null when this address is none of its forms. */
const rules: readonly Rule[] = [
  // One paper; versions stay apart, since v1 may say what v3 took back.
  { host: /^(?:www\.|export\.|[a-z]{2}\.)?arxiv\.org$/, plain: (url) => fill(arxivId.exec(url.pathname), 'https://arxiv.org/abs/$1') },
  {
    host: /^(?:www\.)?(?:ar5iv\.org|ar5iv\.labs\.arxiv\.org)$/,
    plain: (url) => fill(arxivId.exec(url.pathname), 'https://arxiv.org/abs/$1'),
  },
  // DOIs do not tell upper from lower case (ISO 26324).
  {
    host: /^(?:dx\.|www\.)?doi\.org$/,
    plain: (url) => (url.pathname.startsWith('/10.') ? `https://doi.org${url.pathname.toLowerCase()}` : null),
  },
  {
    host: /^(?:www\.)?aclanthology\.org$/,
    plain: (url) => fill(/^\/([\w.-]+?)(?:v\d+)?(?:\.pdf)?\/?$/.exec(url.pathname), 'https://aclanthology.org/$1'),
  },
  {
    host: /^openreview\.net$/,
    plain: (url) =>
      /^\/(?:forum|pdf)$/.test(url.pathname) ? withId('https://openreview.net/forum?id=', url.searchParams.get('id')) : null,
  },
  { host: /^(?:www\.)?github\.com$/, plain: github },
  {
    host: /^raw\.githubusercontent\.com$/,
    plain: (url) => fill(/^\/([^/]+)\/([^/]+)\/(?:refs\/heads\/)?(.+)$/.exec(url.pathname), 'https://github.com/$1/$2/blob/$3'),
  },
  { host: /^(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com$/, plain: twitter },
  { host: /^(?:(?:old|new|np|i|m|amp|sh|www)\.)?reddit\.com$/, plain: reddit },
  { host: /^(?:[a-z-]+\.)(?:m\.)?wikipedia\.org$/, plain: wikipedia },
  {
    host: /^(?:[\w-]+\.)?(?:stackoverflow\.com|superuser\.com|serverfault\.com|askubuntu\.com|stackexchange\.com)$/,
    plain: (url) => fill(/^\/(?:questions|q)\/(\d+)(?:\/|$)/.exec(url.pathname), `https://${url.hostname}/questions/$1`),
  },
  {
    host: /^(?:[a-z]+\.)?amazon\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/,
    plain: (url) =>
      fill(
        /\/(?:dp|gp\/product|exec\/obidos\/(?:ASIN|tg\/detail\/-)|gp\/aw\/d)\/([A-Z0-9]{10})(?=\/|$)/i.exec(url.pathname),
        `https://${url.hostname.replace(/^(?:www|smile|m)\./, '')}/dp/$1`,
      ),
  },
  {
    host: /^open\.substack\.com$/,
    plain: (url) => fill(/^\/pub\/([\w-]+)\/p\/([^/]+)/.exec(url.pathname), 'https://$1.substack.com/p/$2'),
  },
]

/** The plainest address of the same thing; the address itself where no rule knows better. Talks: one address per recording. */
export function samePage(url: URL): URL {
  const talk = talkLink(url.href)
  if (talk) return new URL(talkAddressOf(talk))
  for (const rule of rules) {
    if (!rule.host.test(url.hostname)) continue
    const plain = rule.plain(url)
    if (plain !== null && URL.canParse(plain)) return new URL(plain)
  }
  return new URL(url.href)
}

function talkAddressOf(talk: NonNullable<ReturnType<typeof talkLink>>): string {
  if (talk.provider === 'youtube') {
    return `https://www.youtube.com/${talk.form === 'playlist' ? 'playlist?list=' : 'watch?v='}${talk.identity}`
  }
  // The same recording may be on many PeerTubes; any of them may be gone tomorrow, so they stay apart, but one uuid on one host is one.
  if (talk.provider === 'peertube') return `${new URL(talk.url).origin}/w/${talk.form === 'playlist' ? 'p/' : ''}${talk.identity}`
  return talk.url
}

function github(url: URL): string | null {
  const [owner, repo, view, ...rest] = url.pathname.split('/').slice(1)
  if (!owner || !repo) return null
  const root = `https://github.com/${owner.toLowerCase()}/${repo.toLowerCase().replace(/\.git$/, '')}`
  if (view === undefined || view === '') return root
  if ((view === 'raw' || view === 'blob') && rest.length > 0) return `${root}/blob/${rest.join('/').replace(/^refs\/heads\//, '')}`
  return null
}

/** A post is its number, whoever is named before it. */
function twitter(url: URL): string {
  const post = /^\/\w+\/status(?:es)?\/(\d+)/.exec(url.pathname)?.[1]
  return post ? `https://x.com/i/status/${post}` : `https://x.com${url.pathname}${url.search}`
}

/** A comment linked by itself is another page than the thread. */
function reddit(url: URL): string | null {
  const thread = /^\/(?:r|u|user)\/([\w-]+)\/comments\/(\w+)(?:\/[^/]*(?:\/(\w+))?)?\/?$/.exec(url.pathname)
  if (!thread) return `https://reddit.com${url.pathname}${url.search}`
  return `https://reddit.com/comments/${thread[2]}${thread[3] ? `/_/${thread[3]}` : ''}`
}

function wikipedia(url: URL): string | null {
  const title = url.searchParams.get('title')
  const host = url.hostname.replace('.m.', '.')
  if (url.pathname === '/w/index.php' && title && url.searchParams.size === 1)
    return `https://${host}/wiki/${encodeURI(title.replaceAll(' ', '_'))}`
  return null
}

function fill(match: RegExpExecArray | null, template: string): string | null {
  return match === null ? null : template.replace(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? '')
}

function withId(address: string, id: string | null): string | null {
  return id ? `${address}${encodeURIComponent(id)}` : null
}
