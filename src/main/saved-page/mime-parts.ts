// A MIME message cut into its parts (RFC 2046), and a part's bytes without their transfer encoding (RFC 2045).

export type Headers = ReadonlyMap<string, string>
export type MimePart = {
  /** Names in lower case, folded lines joined. */
  readonly headers: Headers
  readonly body: Buffer
  /** False for the last part of a message that breaks off. */
  readonly whole: boolean
}

/** The headers and all parts; a part that is itself a multipart is replaced by its own. */
export function splitParts(bytes: Uint8Array, depth = 0): { readonly headers: Headers; readonly parts: readonly MimePart[] } {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { headers, body } = splitHead(message)
  const boundary = parameterOf(headers.get('content-type') ?? '', 'boundary')
  if (boundary === null || boundary === '') return { headers, parts: [] }
  const parts = cut(body, boundary).flatMap(({ piece, whole }) => {
    const part = { ...splitHead(piece), whole }
    return depth < 5 && /^multipart\//i.test(part.headers.get('content-type') ?? '') ? splitParts(piece, depth + 1).parts : [part]
  })
  return { headers, parts }
}

/** The header fields at the start of a text, up to the first empty line. */
export function headersOf(text: string): Headers {
  const headers = new Map<string, string>()
  const [head = ''] = text.replace(/^(?:\xef\xbb\xbf)?\s*/, '').split(/\r?\n\r?\n/, 1)
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

/** A parameter of a header such as `multipart/related; boundary="x"`; null when it is not there. */
export function parameterOf(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header)
  return match?.[1] ?? match?.[2] ?? null
}

/** The bytes a part stands for. Broken encodings give what can be read of them. */
export function decodeTransfer(part: MimePart): Uint8Array {
  const encoding = part.headers.get('content-transfer-encoding')?.trim().toLowerCase()
  if (encoding === 'base64') return Buffer.from(part.body.toString('latin1'), 'base64')
  if (encoding !== 'quoted-printable') return part.body
  const text = part.body
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

function splitHead(message: Buffer): { readonly headers: Headers; readonly body: Buffer } {
  // Headers are short: a megabyte is more than any browser writes, and keeps a body without an empty line from being searched.
  const head = message.subarray(0, 1_000_000).toString('latin1')
  const skip = /^(?:\xef\xbb\xbf)?\s*/.exec(head)?.[0].length ?? 0
  const gap = /\r?\n\r?\n/.exec(head.slice(skip))
  const end = gap ? skip + gap.index + gap[0].length : message.length
  return { headers: headersOf(head), body: message.subarray(end) }
}

function cut(body: Buffer, boundary: string): { readonly piece: Buffer; readonly whole: boolean }[] {
  const pieces: { piece: Buffer; whole: boolean }[] = []
  const mark = `--${boundary}`
  let start = -1
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const lineStart = at === 0 || body[at - 1] === 0x0a
    const after = body.toString('latin1', at + mark.length, at + mark.length + 200)
    const end = /^(--)?[ \t]*(\r?\n|$)/.exec(after)
    // A boundary that only begins like ours (`--x` and `--xy`), or stands in the middle of a line, is text.
    if (!lineStart || !end) continue
    if (start >= 0) pieces.push({ piece: body.subarray(start, endOfPart(body, at)), whole: true })
    start = end[1] === undefined ? at + mark.length + end[0].length : -1
    if (start < 0) break
  }
  if (start >= 0 && start < body.length) pieces.push({ piece: body.subarray(start), whole: false })
  return pieces
}

/** The line break before a boundary belongs to the boundary. */
function endOfPart(body: Buffer, boundaryAt: number): number {
  return boundaryAt - (body[boundaryAt - 2] === 0x0d ? 2 : 1)
}
