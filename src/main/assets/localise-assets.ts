// Draft to LocalDraft: every picture of an article brought onto this machine, and said where one could not be.
import type { CompletenessReport, Remark } from '../../shared/item.ts'
import type { AssetRequest, Draft, LocalAsset, LocalDraft, RawPage } from '../../shared/journey.ts'
import type { PictureHold } from './picture-room.ts'
import { type Had, type PictureSource, type PictureTools, pictureSource } from './picture-source.ts'
import { type Outcome, type Rewritten, rewritePictures, unasked } from './rewrite-pictures.ts'

export type { PictureTools }

export type LocaliseInput = {
  readonly draft: Draft
  readonly page: RawPage
  readonly privateHosts: ReadonlySet<string>
  /** Largest picture kept, in bytes. */
  readonly maxAssetBytes: number
  /** Pictures that are here already, by address: a refresh asks only for the others. */
  readonly known?: ReadonlyMap<string, LocalAsset>
  /** Where the page waits when too much is held in memory already. */
  readonly hold: PictureHold
  readonly signal: AbortSignal
  onProgress(done: number, total: number): void
  /** How much one page may bring; for tests. */
  readonly limits?: Partial<PageLimits>
}

/** How many pictures, bytes and milliseconds one page may cost. */
type PageLimits = { readonly pictures: number; readonly bytes: number; readonly ms: number }

const atOnce = 6
/** After ten minutes the copy is stored with what is here; *missing only* goes on from there. */
const defaultLimits: PageLimits = { pictures: 500, bytes: 300_000_000, ms: 600_000 }

/**
 * Brings the pictures of a draft here and points its HTML to them (`asset/<sha256>`). A picture that cannot be had is a `missing`
 * entry of the report (about `image`, why as a failure code), never a failure; only pictures of the text are ever missed, not the
 * lead image or the favicon. `report.missing` speaks of pictures alone: the draft's own remarks stay in `draft.remarks`.
 */
export async function localiseAssets(input: LocaliseInput, tools: PictureTools): Promise<LocalDraft> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), input.limits?.ms ?? defaultLimits.ms)
  try {
    const source = pictureSource({ ...input, known: input.known ?? new Map(), late: late.signal }, tools)
    return await localise(input, source, AbortSignal.any([input.signal, late.signal]))
  } finally {
    clearTimeout(timer)
  }
}

async function localise(input: LocaliseInput, source: PictureSource, over: AbortSignal): Promise<LocalDraft> {
  const { draft, page } = input
  const had = await fetchAll(draft.assets, source, input, over)
  const outcomes = had.map((one, n) => outcomeOf(one, draft.assets[n]))

  const marker = `carrel-asset:${draft.assetNonce}-`
  const rewritten = rewritePictures(draft.html, (src) => {
    // The nonce keeps a page from naming pictures by numbers of its own.
    const n = src.startsWith(marker) ? Number(src.slice(marker.length)) : Number.NaN
    const outcome = outcomes[n]
    return outcome ? { n, outcome } : null
  })
  const favicon = await findFavicon(draft, had, page, source)
  const first = (role: AssetRequest['role']) => had.find((one, n) => one.had === 'picture' && draft.assets[n]?.role === role)
  const lead = first('lead')
  return {
    draft,
    html: rewritten.html,
    assets: assetsOf(draft, had, favicon),
    leadImage: lead?.had === 'picture' ? lead.asset.sha256 : null,
    favicon: favicon?.sha256 ?? null,
    report: reportOf(draft, had, rewritten),
  }
}

/** Asks for all of them, the small and visible first, a few at once; what is past the page's limits is not asked for. */
async function fetchAll(
  requests: readonly AssetRequest[],
  source: PictureSource,
  input: LocaliseInput,
  over: AbortSignal,
): Promise<readonly Had[]> {
  const limits = { ...defaultLimits, ...input.limits }
  const order = requests.map((_request, n) => n).sort((a, b) => rank(requests[a]) - rank(requests[b]) || a - b)
  const had: Had[] = requests.map(() => ({ had: 'nothing', url: '', why: 'image.too-large' }))
  const begun = new Set<string>()
  const kept = new Set<string>()
  let bytes = 0
  let done = 0

  async function lane(): Promise<void> {
    for (let n = order.shift(); n !== undefined; n = order.shift()) {
      const request = requests[n]
      const name = request?.urls[0] ?? ''
      if (request && bytes < limits.bytes && (begun.has(name) || begun.size < limits.pictures)) {
        begun.add(name)
        await input.hold.turn(over)
        const one = await source(request)
        const more = one.had === 'picture' && !kept.has(one.asset.sha256) ? one.asset.bytes.length : 0
        if (bytes + more <= limits.bytes) {
          had[n] = one
          bytes += more
          input.hold.took(more)
          if (one.had === 'picture') kept.add(one.asset.sha256)
        }
      }
      input.signal.throwIfAborted()
      done += 1
      input.onProgress(done, requests.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return had
}

function rank(request: AssetRequest | undefined): number {
  return request?.role === 'favicon' || request?.role === 'lead' ? 0 : 1
}

function outcomeOf(had: Had, request: AssetRequest | undefined): Outcome {
  if (had.had === 'picture') return { became: 'local', ...had.asset }
  if (had.had === 'pixel') return { became: 'nothing' }
  return { became: 'missing', url: had.url || (request?.urls.find((url) => url.startsWith('http')) ?? '') }
}

/** The page's own favicon, else the one every server is asked for. */
async function findFavicon(draft: Draft, had: readonly Had[], page: RawPage, source: PictureSource): Promise<LocalAsset | null> {
  const named = had.find((one, n) => one.had === 'picture' && draft.assets[n]?.role === 'favicon')
  if (named?.had === 'picture') return { ...named.asset, role: 'favicon' }
  if (!/^https?:/.test(page.url)) return null
  const usual = await source({ urls: [new URL('/favicon.ico', page.url).href] })
  return usual.had === 'picture' ? { ...usual.asset, role: 'favicon' } : null
}

/** One entry an address and role: pictures shown twice are stored once. */
function assetsOf(draft: Draft, had: readonly Had[], favicon: LocalAsset | null): readonly LocalAsset[] {
  const assets = new Map<string, LocalAsset>()
  had.forEach((one, n) => {
    const role = draft.assets[n]?.role
    if (one.had === 'picture' && role) assets.set(`${role} ${one.asset.sha256}`, { ...one.asset, role })
  })
  if (favicon) assets.set(`favicon ${favicon.sha256}`, favicon)
  return [...assets.values()]
}

function reportOf(draft: Draft, had: readonly Had[], rewritten: Rewritten): CompletenessReport {
  const missing = new Map<string, Remark>()
  for (const [n, times] of rewritten.missing) {
    const one = n === unasked ? ({ url: '', why: 'missing' } as const) : had[n]
    if (!one || !('why' in one)) continue
    // What was past the page's limits has no address here, so that all of it is one entry.
    const key = `${one.why} ${one.url}`
    const count = times + (missing.get(key)?.count ?? (missing.has(key) ? 1 : 0))
    missing.set(key, {
      about: 'image',
      what: one.why,
      ...(one.url.startsWith('http') ? { url: one.url } : {}),
      ...(count > 1 ? { count } : {}),
    })
  }
  // The text may show one picture of the source twice: it never has fewer pictures than are here and missing.
  const shown = rewritten.here + [...rewritten.missing.values()].reduce((sum, times) => sum + times, 0)
  const source = Math.max(draft.counts.images.source - rewritten.dropped, shown)
  return { counts: { ...draft.counts, images: { source, copy: rewritten.here } }, missing: [...missing.values()] }
}
