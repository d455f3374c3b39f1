// Bytes of a `data:` address (RFC 2397), read forgivingly: an unescaped `#` inside a drawing does not cut it short.

/** The bytes, or null when the address is no data address or carries none. What they are is sniffed, never believed. */
export function dataAddress(url: string): Uint8Array | null {
  const match = /^data:([^,]*),/i.exec(url)
  if (!match) return null
  const content = percentDecode(url.slice(match[0].length).replace(/>#[^>]*$/, '>'))
  const isBase64 = /;\s*base64\s*$/i.test(match[1] ?? '')
  const bytes = isBase64 ? Buffer.from(content.toString('latin1'), 'base64') : content
  return bytes.length > 0 ? bytes : null
}

/** Percent escapes become bytes; what is no escape stays as its UTF-8 bytes. */
function percentDecode(text: string): Buffer {
  const letters = Buffer.from(text, 'utf8').toString('latin1')
  return Buffer.from(
    letters.replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
