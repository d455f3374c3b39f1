// A small website on loopback, in our own words, for tests and journeys: real HTTP, real bytes, every trouble the web has.
//
// | address | what is there | file |
// | --- | --- | --- |
// | `/`, `/blog/`, `/tag/small-structures/`, `/feed.atom` | index pages; the tag page and the Atom feed list the series, newest first | site/series.ts |
// | `/blog/small-structures-N-…/` (1 to 13) | the series; 1 ring, code (Pygments), figure · 2 code with line numbers, a picture that is 404 · 3 table · | site/series-early-parts.ts |
// |   | 4 mathematics · 5 footnotes · 6 lazy pictures · 7 srcset, picture · 8 diff, a block per line · 9 Rust · 10 SVG, GIF, WebP · | site/series-late-parts.ts |
// |   | 11 table with mathematics · 12 lists, quotation · 13 links to the other parts and their anchors | |
// | `/pictures/…`, `/favicon.ico` | PNG, JPEG, WebP, GIF, SVG, a hostile SVG, a lie, one without a type | site/pictures.ts |
// | `/charset/<name>/<header, meta, bom, none>` | the older charsets; `charsetPages` says what must come out | site/charsets.ts |
// | `/moved/…` | chain, loop-a, endless, see-other, nowhere, to-file, to-mail, to-metadata, to-script, refresh | site/redirects.ts |
// | `/slow` `/never` `/never-body` `/truncated` `/truncated-chunked` `/reset` `/not-http` `/gzip` `/gzip-broken` `/gzip-bomb` `/huge` | misbehaviour | site/faults.ts |
// | `/busy` (503) and `/too-many` (429) once with Retry-After, then fine; `/busy-always`, `/broken` (500) | | site/faults.ts |
// | `/gone` (410) `/missing` (404) `/soft-404` `/login` `/login-401` `/login-403` `/login-wall` `/refused` `/paywall` `/consent` `/app` `/empty` | no articles | site/walls.ts |
// | `/hostile`, `/links` | every attack; every kind of link (`linkKinds`); all ways out lead to `/trap/…`, which nobody should ask for | site/hostile.ts |
// | `/files/…` | paper.pdf, paper (untyped PDF), paper-broken.pdf, notes.txt, photo.png, recording.mp4, archive.zip, data.json | site/files.ts |
// | `/talks/small-machines/`, `/talks/recorded-here/`, `/talks/article-with-player/`, `/oembed` | VideoObject, own video, a player in an article | site/talks.ts |
// | `/article/everything/` | one of each thing an article can hold, for the reader's tools | site/everything.ts |
// | `/article/plain/` (`…/plain`, `index.html`, `amp/`, `?utm_source=`), `/fresh/` (ETag), `/dated/` (Last-Modified), `/gallery/` (40 pictures) | | site/same-and-fresh.ts |
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { charsetRoom } from './site/charsets.ts'
import { everythingRoom } from './site/everything.ts'
import { faultRoom } from './site/faults.ts'
import { fileRoom } from './site/files.ts'
import { hostileRoom, trapAnswer } from './site/hostile.ts'
import { pictureRoom } from './site/pictures.ts'
import { redirectRoom } from './site/redirects.ts'
import { sameRoom } from './site/same-and-fresh.ts'
import { seriesRoom } from './site/series.ts'
import { html, type SiteAnswer, type SiteHandler, type SiteRoom } from './site/site-page.ts'
import { talkRoom } from './site/talks.ts'
import { wallRoom } from './site/walls.ts'

export type SiteRequest = { readonly method: string; readonly path: string; readonly host: string; readonly userAgent: string }
export type LocalSite = {
  /** `http://127.0.0.1:N`, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Every request so far, in order; `path` with its query. */
  requests(): readonly SiteRequest[]
  /** Puts another page at `path` (HTML, or a whole answer); null brings the first one back. */
  change(path: string, page: string | SiteAnswer | null): void
  /** Takes the site off the network: connections break, new ones are refused. */
  stop(): Promise<void>
  /** Brings it back on the same port. */
  start(): Promise<void>
  close(): Promise<void>
}

const rooms: readonly SiteRoom[] = [
  seriesRoom,
  pictureRoom,
  charsetRoom,
  redirectRoom,
  faultRoom,
  wallRoom,
  hostileRoom,
  fileRoom,
  talkRoom,
  sameRoom,
  everythingRoom,
]
const pages = new Map<string, SiteAnswer | SiteHandler>(rooms.flatMap((room) => Object.entries(room)))

/** Opens the site on a free port (or `port`). `dripMs` is the pause between two pieces of `/slow`, which has twenty. */
export async function openLocalSite(options: { readonly port?: number; readonly dripMs?: number } = {}): Promise<LocalSite> {
  const seen: SiteRequest[] = []
  const visits = new Map<string, number>()
  const changed = new Map<string, SiteAnswer>()

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.invalid')
    const { host = '', 'user-agent': userAgent = '' } = request.headers
    seen.push({ method: request.method ?? '', path: request.url ?? '', host, userAgent })
    const visitsBefore = visits.get(pathname) ?? 0
    visits.set(pathname, visitsBefore + 1)
    const page = changed.get(pathname) ?? pages.get(pathname) ?? (pathname.startsWith('/trap/') ? trapAnswer : notFound)
    const visit = { path: pathname, query: searchParams, visitsBefore, dripMs: options.dripMs ?? 100, request, response }
    const given = typeof page === 'function' ? page(visit) : page
    if (given !== null) write(request, response, given)
  }

  let server = await listen(answer, options.port ?? 0)
  const port = portOf(server)
  let running = true
  const stop = async () => {
    if (running) await shut(server)
    running = false
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests: () => [...seen],
    change(path, page) {
      if (page === null) changed.delete(path)
      else changed.set(path, typeof page === 'string' ? { ...html(page), ...validatorsOf(path) } : page)
    },
    stop,
    async start() {
      if (!running) server = await listen(answer, port)
      running = true
    },
    close: stop,
  }
}

const notFound = html('<!doctype html><title>Not found</title><h1>404</h1><p>There is no such page.</p>', 404)

// A changed page keeps its manners: what sent an ETag before sends one after.
function validatorsOf(path: string): Pick<SiteAnswer, 'validators'> {
  const page = pages.get(path)
  return typeof page === 'object' && page.validators !== undefined ? { validators: page.validators } : {}
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, headers = {}, body = '', validators }: SiteAnswer,
): void {
  const bytes = Buffer.from(body)
  const hash = createHash('sha256').update(bytes).digest('hex')
  // Derived from the bytes, so that a changed page has a changed date.
  const date = new Date(Date.UTC(2025, 0, 1) + (Number.parseInt(hash.slice(0, 6), 16) % 400) * 86_400_000).toUTCString()
  const mine: Record<string, string> = {}
  if (validators === 'etag') mine.etag = `"${hash.slice(0, 16)}"`
  if (validators === 'last-modified') mine['last-modified'] = date
  const same =
    (validators === 'etag' && request.headers['if-none-match'] === mine.etag) ||
    (validators === 'last-modified' && request.headers['if-modified-since'] === date)
  if (same) response.writeHead(304, mine).end()
  else response.writeHead(status, { ...headers, ...mine, 'content-length': bytes.byteLength }).end(bytes)
}

function listen(answer: (request: IncomingMessage, response: ServerResponse) => void, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(answer)
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the site has no port')
  return address.port
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
