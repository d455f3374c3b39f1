// Takes a body as it arrives, undoes its content encodings, and stops at the byte limit, which counts before and after every one of them:
// a bomb ends early, and so does what unpacks to nothing for ever. What is done about a broken body is retry.ts.
import { PassThrough, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { Failure } from '../../shared/failure.ts'
import { Fault } from './faults.ts'

export type Body = {
  /** False when the decoder wants the sender to wait until `onDrain`. */
  write(chunk: Uint8Array): boolean
  end(): void
  /** The connection ended early. A compressed body that is complete by its own end mark is accepted all the same. */
  cut(fault: Fault): void
  /** Nobody waits for it any more. */
  drop(): void
  readonly whole: Promise<Uint8Array>
}

/** What packing may add to something that cannot be made smaller: a few bytes to every block of some ten thousand. */
const packingBytes = 64 * 1024

/** The encodings this runtime can undo, for the Accept-Encoding header. */
export const acceptedEncodings = ['gzip', 'deflate', 'br', ...(typeof zlib.createZstdDecompress === 'function' ? ['zstd'] : [])].join(', ')

/** `encoding` is the Content-Encoding header. Rejects with a Fault: page.too-large, page.garbled. */
export function openBody(options: { encoding: string; host: string; maxBytes: number; onDrain: () => void }): Body {
  const { host, maxBytes } = options
  const raw = new PassThrough({ highWaterMark: 256 * 1024 })
  raw.on('drain', options.onDrain)
  // Whatever breaks is told by `whole`.
  raw.on('error', () => undefined)
  const { promise: whole, resolve, reject } = Promise.withResolvers<Uint8Array>()
  let started = false
  let wasCut: Fault | null = null
  let decoding = false

  // Begun at the first byte, which tells the two kinds of "deflate" apart, and since an empty body is valid in any encoding.
  const start = (first: number) => {
    started = true
    const decoders = decodersFor(options.encoding, first)
    if (decoders === null) return reject(garbled(host, options.encoding, null))
    decoding = decoders.length > 0
    const chunks: Uint8Array[] = []
    let size = 0
    const collect = new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        size += chunk.length
        if (size <= maxBytes) chunks.push(chunk)
        done(size <= maxBytes ? null : tooLarge(host, maxBytes))
      },
    })
    const measured = decoders.flatMap((decoder) => [upTo(maxBytes + packingBytes, tooLarge(host, maxBytes)), decoder])
    pipeline([raw, ...measured, collect]).then(
      () => resolve(Buffer.concat(chunks, size)),
      (error: unknown) => reject(error instanceof Fault ? error : (wasCut ?? garbled(host, options.encoding, error))),
    )
  }

  return {
    write(chunk) {
      if (!started && chunk[0] !== undefined) start(chunk[0])
      return raw.destroyed || raw.write(chunk)
    },
    end() {
      if (started) raw.end()
      else resolve(new Uint8Array())
    },
    cut(fault) {
      wasCut = fault
      if (decoding) raw.end()
      else if (started) raw.destroy(fault)
      else reject(fault)
    },
    drop() {
      raw.destroy()
    },
    whole,
  }
}

/** Lets so many bytes through. Packed, a body of honest size is never much larger: whoever sends more sends what unpacks to nothing. */
function upTo(maxBytes: number, beyond: Fault): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length
      if (size > maxBytes) done(beyond)
      else done(null, chunk)
    },
  })
}

/** The failure for a body past the limit. */
export function tooLarge(host: string, maxBytes: number): Fault {
  return new Fault(new Failure('page.too-large', { host, maxBytes }))
}

function garbled(host: string, encoding: string, cause: unknown): Fault {
  return new Fault(new Failure('page.garbled', { host, reason: 'encoding', encoding: encoding.slice(0, 40) }, { cause }), 'uncompressed')
}

/** Null when an encoding is unknown to us. Last applied is first undone. */
function decodersFor(encoding: string, firstByte: number): Transform[] | null {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .reverse()
  // Nobody encodes three times; a hundred decoders in a row would be an attack.
  if (names.length > 3) return null
  const decoders: Transform[] = []
  for (const name of names) {
    if (doesNothing.has(name)) continue
    const decoder = decoderFor(name, firstByte)
    if (decoder === null) return null
    decoders.push(decoder)
  }
  return decoders
}

// Servers write charsets and other words there; browsers read the body as it is.
const doesNothing = new Set(['', 'identity', 'none', 'binary', '7bit', '8bit', 'utf-8', 'utf8', 'iso-8859-1'])

function decoderFor(name: string, firstByte: number): Transform | null {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip()
    case 'br':
      return zlib.createBrotliDecompress()
    case 'deflate':
      // RFC 9110 means zlib's format (first byte x8), but bare deflate is sent as well.
      return (firstByte & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()
    case 'zstd':
      return typeof zlib.createZstdDecompress === 'function' ? zlib.createZstdDecompress() : null
    default:
      return null
  }
}
