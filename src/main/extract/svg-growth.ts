// Whether a drawing grows when it is drawn: parts that use parts that use parts, patterns filled with patterns. A few hundred letters can
// ask for a billion shapes, and would hold up the window. Works on text, before and after any DOM.

/** Nested deeper than this, cleaning takes time by the square of the depth; drawing programs stay below thirty. */
const maxDepth = 200
/** Shapes that are drawn in the end, with every use of a part counted. The largest maps have some tens of thousands. */
const maxDrawn = 200_000

const tags = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const references = /(?:\shref\s*=\s*["']#([^"']+)["'])|url\(\s*(?:&quot;|["'])?#([^)"'&]+)/gi

type Part = { readonly inside: Part[]; readonly uses: readonly string[]; drawn: number | 'being counted' | null }

/** True when elements are nested too deep to be cleaned in time. */
export function nestsTooDeep(svg: string): boolean {
  let depth = 0
  for (const [whole, closes, name] of svg.matchAll(tags)) {
    if (name === undefined || whole.endsWith('/>')) continue
    depth = Math.max(0, depth + (closes === '' ? 1 : -1))
    if (depth > maxDepth) return true
  }
  return false
}

/** True when more is drawn than a window can bear. Takes a drawing as it was serialised after cleaning. */
export function growsTooLarge(svg: string): boolean {
  const named = new Map<string, Part>()
  const root: Part = { inside: [], uses: [], drawn: null }
  const open: Part[] = [root]
  for (const [whole, closes, name, attributes = ''] of svg.matchAll(tags)) {
    if (name === undefined) continue
    if (closes !== '') {
      if (open.length > 1) open.pop()
      continue
    }
    const uses = [...attributes.matchAll(references)].flatMap(([, href, url]) => href ?? url ?? [])
    const part: Part = { inside: [], uses, drawn: null }
    open.at(-1)?.inside.push(part)
    const id = /\sid\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1]
    if (id !== undefined && !named.has(id)) named.set(id, part)
    if (!whole.endsWith('/>')) open.push(part)
  }
  return drawnBy(root, named) > maxDrawn
}

/** A part that uses itself is drawn by nobody: the circle is cut where it closes. */
function drawnBy(part: Part, named: ReadonlyMap<string, Part>): number {
  if (part.drawn === 'being counted') return 0
  if (part.drawn !== null) return part.drawn
  part.drawn = 'being counted'
  let drawn = 1
  for (const inner of part.inside) drawn += drawnBy(inner, named)
  for (const use of part.uses) {
    const used = named.get(use)
    if (used !== undefined) drawn += drawnBy(used, named)
  }
  part.drawn = drawn
  return drawn
}
