// Links that only lead to another link: counting redirects of search engines, mail guards and social sites. Pure, so shorteners stay.

type Wrapper = { readonly host: RegExp; readonly path?: RegExp; readonly target: (url: URL) => string | null }

const parameter =
  (...names: readonly string[]) =>
  (url: URL): string | null =>
    names.map((name) => url.searchParams.get(name)).find((value) => value !== null && value !== '') ?? null

/** Sources: the sites' own link pages, as also listed by ClearURLs' redirections (names only) and the reading-list notes 3.3. */
const wrappers: readonly Wrapper[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, target: parameter('q', 'url') },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/amp\/./, target: (url) => ampTarget(url.pathname.slice(5), url.search) },
  { host: /^[\w-]+\.cdn\.ampproject\.org$/, path: /^\/[civ]\/./, target: (url) => ampTarget(url.pathname.slice(3), url.search) },
  { host: /^(?:l|lm|m|www)\.facebook\.com$/, path: /^\/(?:l|flx\/warn)(?:\.php|\/)?$/, target: parameter('u') },
  { host: /^l\.(?:instagram|threads|messenger)\.(?:com|net)$/, target: parameter('u') },
  { host: /^out\.reddit\.com$/, target: parameter('url') },
  { host: /\.safelinks\.protection\.outlook\.com$/, target: parameter('url') },
  { host: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, target: parameter('q') },
  {
    host: /^(?:www\.|m\.)?youtube\.com$/,
    path: /^\/attribution_link$/,
    target: (url) => within(parameter('u')(url), 'https://www.youtube.com'),
  },
  { host: /^consent\.(?:youtube|google)\.[a-z.]{2,6}$/, target: parameter('continue') },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, target: parameter('url') },
  { host: /^(?:t\.umblr\.com)$/, path: /^\/redirect$/, target: parameter('z') },
  { host: /^slack-redir\.net$/, path: /^\/link$/, target: parameter('url') },
  { host: /^(?:m\.)?vk\.com$/, path: /^\/away(?:\.php)?$/, target: parameter('to') },
  { host: /^(?:html\.|lite\.)?duckduckgo\.com$/, path: /^\/l\/?$/, target: parameter('uddg') },
  { host: /^steamcommunity\.com$/, path: /^\/linkfilter\/?$/, target: parameter('url', 'u') },
  { host: /^(?:www\.)?medium\.com$/, path: /^\/r\/?$/, target: parameter('url') },
  { host: /^(?:www\.)?medium\.com$/, path: /^\/m\/global-identity(?:-2)?$/, target: parameter('redirectUrl') },
  { host: /^link\.zhihu\.com$/, target: parameter('target') },
  { host: /^(?:www\.)?douban\.com$/, path: /^\/link2\/?$/, target: parameter('url') },
  { host: /^(?:www\.)?getpocket\.com$/, path: /^\/redirect$/, target: parameter('url') },
  { host: /^exit\.sc$/, target: parameter('url') },
  { host: /^href\.li$/, target: (url) => url.search.slice(1) || null },
  { host: /^urldefense\.(?:com|proofpoint\.com)$/, path: /^\/v3\/__/, target: (url) => proofpointTarget(url) },
]

/** The page behind a browser's own view of it: Firefox's `about:reader?url=…`, and `view-source:…`. Anything else comes back as it was. */
export function withoutBrowserView(address: string): string {
  const [, viewed, source] = /^(?:about:reader\?url=([^&#]+)|view-source:(.+))/i.exec(address) ?? []
  if (viewed === undefined) return source ?? address
  try {
    return decodeURIComponent(viewed)
  } catch {
    return address
  }
}

/**
 * The address a wrapper leads to, seen through up to five of them; any other address comes back as it was.
 * A wrapper whose target lies in this machine or a private network is left alone: it must not smuggle such an address past the guard.
 */
export function unwrapLink(address: string): string {
  let current = address
  for (let depth = 0; depth < 5; depth++) {
    const inner = targetOf(new URL(current))
    if (inner === null) return current
    current = inner
  }
  return current
}

function targetOf(url: URL): string | null {
  const { hostname } = url
  for (const wrapper of wrappers) {
    if (!wrapper.host.test(hostname) || (wrapper.path && !wrapper.path.test(url.pathname))) continue
    const target = wrapper.target(url)
    if (target === null || !/^https?:\/\//i.test(target) || !URL.canParse(target)) continue
    const inner = new URL(target)
    if (looksPublic(inner.hostname)) return inner.href
  }
  return null
}

/** Names with a dot that end in letters and in none of the private endings; numbers in any spelling are not public. */
function looksPublic(host: string): boolean {
  return /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(host) && !/\.(?:local|localhost|internal|home|lan|intranet|corp|arpa)$/.test(host)
}

/** `s/` means https; without it http. The page of the site itself, which is still its AMP page. */
function ampTarget(path: string, search: string): string {
  return path.startsWith('s/') ? `https://${path.slice(2)}${search}` : `http://${path}${search}`
}

function within(address: string | null, base: string): string | null {
  return address !== null && URL.canParse(address, base) ? new URL(address, base).href : null
}

/** v3 puts the address between `__` and `__;`; one with `*` in it had characters replaced and cannot be rebuilt surely. */
function proofpointTarget(url: URL): string | null {
  const inner = /\/v3\/__(.+?)__(?:;|$)/.exec(url.href)?.[1]
  return inner && !inner.includes('*') ? inner.replace(/^(https?:)\/(?!\/)/, '$1//') : null
}
