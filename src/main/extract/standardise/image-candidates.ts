// Every address a picture could be had from, best first: the largest useful one of srcset, <picture>, lazy attributes and src.
import { absoluteUrl, elementsOf } from '../dom-walk.ts'
import type { Element } from '../page-tree/page-tree.ts'

/** Wider is waste: the reading column is far narrower than this even at double density. */
const usefulWidth = 2_000
const sourceSets = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-src-set', 'data-responsive']
const addresses = [
  'data-orig-file',
  'data-large-file',
  'data-full-src',
  'data-hi-res-src',
  'data-highres',
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-lazy',
  'data-actualsrc',
  'data-echo',
  'data-url',
  'data-image',
  'data-img-src',
  'data-srcimg',
  'data-fallback-src',
  'src',
]
/** Addresses that are a stand-in whatever else they say: their whole name is known for it. */
const standIns =
  /(?:^|\/)(?:(?:blank|spacer|transparent|clear|pixel|dot|empty|grey|gray|lazy|loading|loader|ajax-loader|placeholder)\.gif|(?:blank|spacer|transparent|placeholder)\.(?:png|svg)|(?:1x1|1px)(?:[-_.]?(?:transparent|trans|clear))?\.\w{3,4})(?:$|[?#])/i
/** Names stand-ins often have; so have pictures of grey wolves and dot plots, which is why such a name only loses to another. */
const perhapsStandIns =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|pixel|transparent|loading|lazy|grey|gray|dot|clear|1x1|ajax-loader|empty)(?:[\d_.-][\w-]*)?\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#])/i
/** When two are equally large: the type every reader can show. */
const safety = ['webp', 'jpeg', 'png', 'gif', 'svg', 'avif', 'other']

type Candidate = { readonly url: string; readonly width: number | null; readonly type: string; readonly order: number }

/** Splits a srcset as the HTML standard does: an address ends at white space; commas inside it are its own. */
export function parseSrcset(srcset: string): { readonly url: string; readonly width: number | null; readonly density: number | null }[] {
  const found: { url: string; width: number | null; density: number | null }[] = []
  let rest = srcset.replace(/^[\s,]+/, '')
  while (rest !== '') {
    const match = /^\S+/.exec(rest)
    if (match === null) break
    let url = match[0]
    rest = rest.slice(url.length)
    let descriptor = ''
    if (url.endsWith(',')) url = url.replace(/,+$/, '')
    else {
      const end = /^[^,(]*(?:\([^)]*\)[^,(]*)*/.exec(rest)?.[0] ?? ''
      descriptor = end.trim()
      rest = rest.slice(end.length)
    }
    rest = rest.replace(/^[\s,]+/, '')
    // Careless generators write `a.jpg,b.jpg 2x` without the space; a comma before a second address is a border after all.
    const glued = /^(.+?\.(?:jpe?g|png|webp|gif|avif)(?:\?[^,\s]*)?),(?=(?:https?:)?\/\/|\/)(.*)$/i.exec(url)
    if (glued?.[1] !== undefined && glued[2] !== undefined) {
      found.push({ url: glued[1], width: null, density: 1 })
      url = glued[2]
    }
    const width = /(\d+)w/.exec(descriptor)?.[1]
    const density = /([\d.]+)x/.exec(descriptor)?.[1]
    if (url !== '')
      found.push({ url, width: width === undefined ? null : Number(width), density: density === undefined ? null : Number(density) })
  }
  return found
}

/** Absolute addresses of one picture, best first; `data:` addresses only when they are real pictures or nothing else is there. */
export function imageCandidates(image: Element, base: string): string[] {
  const candidates: Candidate[] = []
  let dataUrl: string | null = null
  const shown = Number.parseInt(image.getAttribute('width') ?? '', 10) || null
  const add = (address: string | null, width: number | null, type: string | null): void => {
    if (address === null) return
    const trimmed = address.trim()
    if (trimmed.startsWith('data:image/')) {
      if (dataUrl === null || trimmed.length > dataUrl.length) dataUrl = trimmed
      return
    }
    const url = absoluteUrl(trimmed, base)
    if (url !== null && !standIns.test(url))
      candidates.push({ url, width: width ?? widthInAddress(url), type: typeOf(url, type), order: candidates.length })
  }
  const picture = image.parentElement?.localName === 'picture' ? image.parentElement : null
  for (const element of [...(picture === null ? [] : elementsOf(picture, 'source')), image]) {
    const type = element.localName === 'source' ? element.getAttribute('type') : null
    for (const name of sourceSets) {
      for (const entry of parseSrcset(element.getAttribute(name) ?? '')) {
        const width = entry.width ?? (entry.density === null ? null : Math.round((shown ?? 600) * entry.density))
        add(entry.url, width, type)
      }
    }
  }
  for (const name of addresses) {
    const value = image.getAttribute(name)
    if (value !== null && !/^\s*[[{]/.test(value)) add(value, name === 'src' ? shown : null, null)
  }
  for (const name of image.getAttributeNames()) {
    const value = image.getAttribute(name) ?? ''
    if (name.startsWith('data-') && !addresses.includes(name) && /^\S+\.(?:jpe?g|png|webp|gif|avif)(?:\?\S*)?$/i.test(value))
      add(value, null, null)
  }
  const real = candidates.filter(({ url }) => !perhapsStandIns.test(url))
  const ordered = [...(real.length > 0 ? real : candidates)].sort(better).map((candidate) => candidate.url)
  const data = dataUrl as string | null
  if (data !== null && (ordered.length === 0 ? data.length > 200 : data.length > 4_000)) ordered.push(data)
  return [...new Set(ordered)]
}

function better(a: Candidate, b: Candidate): number {
  const known = Number(b.width !== null) - Number(a.width !== null)
  if (known !== 0) return a.width !== null && a.width < 400 ? 1 : b.width !== null && b.width < 400 ? -1 : known
  if (a.width !== null && b.width !== null && a.width !== b.width) {
    const fits = Number(b.width <= usefulWidth) - Number(a.width <= usefulWidth)
    if (fits !== 0) return fits
    return a.width <= usefulWidth ? b.width - a.width : a.width - b.width
  }
  return safety.indexOf(a.type) - safety.indexOf(b.type) || a.order - b.order
}

/** Many servers write a picture's width into its address. */
function widthInAddress(url: string): number | null {
  const match = /[?&](?:w|width|imwidth)=(\d{2,4})\b|-(\d{3,4})x\d{2,4}\.\w+(?:$|\?)|[/,]w[_-]?(\d{2,4})(?=[,/])|\/(\d{3,4})px-/i.exec(url)
  const width = match?.slice(1).find((part) => part !== undefined)
  return width === undefined ? null : Number(width)
}

function typeOf(url: string, declared: string | null): string {
  const name = /image\/(\w+)/.exec(declared ?? '')?.[1] ?? /\.(\w{3,4})(?:$|[?#])/.exec(url)?.[1]?.toLowerCase() ?? 'other'
  const type = name === 'jpg' ? 'jpeg' : name
  return safety.includes(type) ? type : 'other'
}
