// One picture's bytes from wherever its addresses lead: files that came with the page, pictures here already, `data:`, the network.
// Every address is asked once, however often the page uses it.
import { createHash } from 'node:crypto'
import { isSavedFileAddress } from '../../shared/address/saved-file-address.ts'
import { Failure, type FailureCode, isCancelled } from '../../shared/failure.ts'
import type { AssetRequest, LocalAsset, RawPage } from '../../shared/journey.ts'
import type { Network } from '../network/network.ts'
import { dataAddress } from './data-address.ts'
import { imageType } from './image-type.ts'
import { svgSize, svgText } from './svg-size.ts'

/** A picture that could not be had says why; a pixel is a tracking picture of two by two or less: nobody misses it. */
export type Had =
  | { readonly had: 'picture'; readonly asset: Omit<LocalAsset, 'role'> }
  | { readonly had: 'pixel' }
  | { readonly had: 'nothing'; readonly url: string; readonly why: FailureCode }

export type PictureTools = {
  readonly network: Network
  /** A safe SVG, or null when nothing of it is left. */
  sanitiseSvg(svg: string, signal: AbortSignal): Promise<string | null>
}

export type PictureSource = (request: Pick<AssetRequest, 'urls'>) => Promise<Had>

/** A side and an area beyond these make the window run out of memory when the picture is drawn. */
const maxSide = 20_000
const maxPixels = 100_000_000
const pixelSide = 2
/** Pictures of one host that may be waited for in vain. */
const mostInVain = 6
/** A lazy loader's stand-in (grey box, blurred thumbnail) is smaller than this; a picture that was really put into the page is larger. */
const standInSide = 100

export function pictureSource(
  input: {
    readonly page: Pick<RawPage, 'url' | 'companions'>
    readonly known: ReadonlyMap<string, LocalAsset>
    readonly privateHosts: ReadonlySet<string>
    readonly maxAssetBytes: number
    readonly signal: AbortSignal
    /** Aborted when the page's pictures have had their time: from then on none is waited for, and nothing is cancelled. */
    readonly late?: AbortSignal
  },
  tools: PictureTools,
): PictureSource {
  const { page, known, privateHosts, maxAssetBytes, signal, late } = input
  const patient = late === undefined ? signal : AbortSignal.any([signal, late])
  const asked = new Map<string, Promise<Had>>()
  const vain = new Map<string, number>()

  /** Files that came with the page go before everything: they are what the reader saw, and may not be on the network at all. */
  return async ({ urls }) => {
    let failed: Had | null = null
    for (const url of [...urls.filter((url) => page.companions.has(url)), ...urls]) {
      const had = await once(url)
      // Behind a picture that failed stands what a lazy loader showed meanwhile: the failure is the answer, not the stand-in.
      if (had.had === 'picture' && !(failed?.had === 'nothing' && isStandIn(url, had.asset))) return had
      if (had.had !== 'picture' && failed?.had !== 'nothing') failed = had
    }
    return failed ?? { had: 'nothing', url: '', why: 'image.unreadable' }
  }

  function once(url: string): Promise<Had> {
    const before = asked.get(url)
    if (before) return before
    const answer = ask(url)
    asked.set(url, answer)
    return answer
  }

  async function ask(url: string): Promise<Had> {
    signal.throwIfAborted()
    try {
      const here = known.get(url)
      if (here && !page.companions.has(url)) return { had: 'picture', asset: here }
      return await keep(url, await bytesOf(url))
    } catch (error) {
      if (signal.aborted || (isCancelled(error) && !late?.aborted)) throw error
      if (late?.aborted && isCancelled(error)) return { had: 'nothing', url: plainAddress(url), why: 'page.timeout' }
      // One picture fails alone: whatever was wrong with it, the article is kept.
      return { had: 'nothing', url: plainAddress(url), why: error instanceof Failure ? error.code : 'internal' }
    }
  }

  async function bytesOf(url: string): Promise<Uint8Array> {
    const companion = page.companions.get(url)
    if (companion) return companion.bytes
    if (/^data:/i.test(url)) return dataAddress(url) ?? new Uint8Array()
    if (isSavedFileAddress(url)) throw new Failure('image.not-given')
    const referrer = isSavedFileAddress(page.url) ? {} : { referrer: page.url }
    const answer = await askHost(URL.canParse(url) ? new URL(url).host : '', () =>
      tools.network.request({ url, purpose: 'asset', maxBytes: maxAssetBytes, privateHosts, signal: patient, ...referrer }),
    )
    if (answer.status < 200 || answer.status > 299) throw new Failure('image.unreadable')
    return answer.body
  }

  /** A host that was waited for in vain so often, without ever answering, is not asked for the rest of the page's pictures. */
  async function askHost<T>(host: string, ask: () => Promise<T>): Promise<T> {
    if (late?.aborted || (vain.get(host) ?? 0) >= mostInVain) throw new Failure('page.timeout', { host })
    try {
      const answer = await ask()
      vain.set(host, Number.NEGATIVE_INFINITY)
      return answer
    } catch (error) {
      if (error instanceof Failure && (error.code === 'page.timeout' || error.code === 'page.unreachable')) {
        vain.set(host, (vain.get(host) ?? 0) + 1)
      }
      throw error
    }
  }

  async function keep(url: string, given: Uint8Array): Promise<Had> {
    if (given.length > maxAssetBytes) throw new Failure('image.too-large')
    const type = imageType(given)
    if (type === null) throw new Failure('image.unreadable')
    const bytes = type.mime === 'image/svg+xml' ? await safeSvg(given) : given
    const { width, height } = type.mime === 'image/svg+xml' ? svgSize(bytes) : type
    if (type.mime !== 'image/svg+xml' && width !== null && height !== null) {
      if (width <= pixelSide && height <= pixelSide) return { had: 'pixel' }
      if (width > maxSide || height > maxSide || width * height > maxPixels) throw new Failure('image.too-large')
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { had: 'picture', asset: { url: plainAddress(url), sha256, mime: type.mime, bytes, width, height } }
  }

  async function safeSvg(bytes: Uint8Array): Promise<Uint8Array> {
    const safe = await tools.sanitiseSvg(svgText(bytes), signal)
    if (safe === null) throw new Failure('image.unreadable')
    return new TextEncoder().encode(safe)
  }
}

function isStandIn(url: string, asset: Omit<LocalAsset, 'role'>): boolean {
  return /^data:/i.test(url) && (asset.mime === 'image/svg+xml' || Math.max(asset.width ?? 0, asset.height ?? 0) <= standInSide)
}

/** A data address is its own content: only what it claims to be is worth keeping as an address. */
function plainAddress(url: string): string {
  return /^data:/i.test(url) ? (/^data:[^;,]*/i.exec(url)?.[0] ?? 'data:') : url
}
