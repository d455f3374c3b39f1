// How pages and texts lie in a blob: one codec byte, then the bytes. Assets and documents are stored as they are, without it.
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { Failure } from '../../shared/failure.ts'

const plain = 0
const brotli = 1
const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** Brotli at quality 4: half the size at a third of a millisecond for a usual text, and certain to exist in Electron (zstd is not). */
export async function encode(bytes: Uint8Array): Promise<Uint8Array> {
  const small = await compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
  return small.length < bytes.length ? Buffer.concat([Uint8Array.of(brotli), small]) : Buffer.concat([Uint8Array.of(plain), bytes])
}

/** The bytes that were encoded. Throws cache.missing-blob for a codec this program does not know. */
export async function decode(stored: Uint8Array): Promise<Uint8Array> {
  const body = stored.subarray(1)
  if (stored[0] === plain) return body
  if (stored[0] === brotli) return decompress(body)
  throw new Failure('cache.missing-blob', { codec: stored[0] ?? null })
}
