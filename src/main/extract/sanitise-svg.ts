// An SVG that is safe to keep and show: no script, no handler, no foreign content, nothing that leads outside itself.
import { allElements, elementsOf } from './dom-walk.ts'
import { parsePage } from './parse-page.ts'
import { purifier } from './purifier.ts'
import { growsTooLarge, nestsTooDeep } from './svg-growth.ts'

const maxLength = 5_000_000

/** The sanitised SVG, standing alone, or null when nothing of it is left, it is no SVG, or would be too much to draw. */
export function sanitiseSvg(source: string): string | null {
  if (source.length > maxLength) return null
  const start = source.search(/<svg[\s>]/i)
  if (start === -1 || nestsTooDeep(source.slice(start))) return null
  // A DTD may define entities that grow without bound; what comes before the element is not needed.
  const clean = purifier().sanitize(source.slice(start), {
    USE_PROFILES: { svg: true, svgFilters: true },
    FORBID_TAGS: ['style', 'a', 'image', 'feImage', 'foreignObject', 'script', 'animate', 'set'],
    ADD_TAGS: ['use'],
  })
  const svg = elementsOf(parsePage(clean).body, 'svg')[0]
  if (svg === undefined || svg.children.length === 0) return null
  for (const element of [svg, ...allElements(svg)]) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? ''
      if (/^(?:xlink:)?href$/i.test(name)) {
        // Standing alone, the prefix would need a declaration that pages leave out; without it every reader knows the attribute.
        element.removeAttribute(name)
        if (value.startsWith('#')) element.setAttribute('href', value)
      }
      if (/url\(\s*['"]?\s*(?!['"]?#)/i.test(value) || /@import|expression\(/i.test(value)) element.removeAttribute(name)
    }
  }
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  // The file is read as XML, which knows no such entity.
  const markup = svg.outerHTML.replaceAll('&nbsp;', '&#160;')
  return growsTooLarge(markup) ? null : markup
}
