// Whether bytes are an SVG drawing, and the size its root names. Making it safe is the extract room's work.

/** True when the first element, after XML declaration, doctype and comments, is `<svg>`. */
export function isSvg(bytes: Uint8Array): boolean {
  return rootTag(bytes) !== null
}

/** Pixels from width and height, else from the viewBox; null for sizes in other units and absurd ones. */
export function svgSize(bytes: Uint8Array): { readonly width: number | null; readonly height: number | null } {
  const tag = rootTag(bytes) ?? ''
  const box =
    attribute(tag, 'viewBox')
      ?.trim()
      .split(/[\s,]+/) ?? []
  const width = pixels(attribute(tag, 'width')) ?? pixels(box[2])
  const height = pixels(attribute(tag, 'height')) ?? pixels(box[3])
  return width !== null && height !== null ? { width, height } : { width: null, height: null }
}

/** The drawing as text: UTF-8, or UTF-16 where a byte order mark says so. */
export function svgText(bytes: Uint8Array): string {
  const charset = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(charset).decode(bytes)
}

function rootTag(bytes: Uint8Array): string | null {
  let text = svgText(bytes.subarray(0, 65_536)).trimStart()
  for (;;) {
    const prologue = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype\s+svg(?:[^>[]|\[[^\]]*\])*>)\s*/i.exec(text)
    if (!prologue) break
    text = text.slice(prologue[0].length)
  }
  return /^<(?:\w+:)?svg\b(?:"[^"]*"|'[^']*'|[^"'>])*>/i.exec(text)?.[0] ?? null
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match?.[1] ?? match?.[2]
}

function pixels(length: string | undefined): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(length ?? '')
  const value = match ? Math.round(Number(match[1])) : 0
  return value > 0 && value <= 20_000 ? value : null
}
