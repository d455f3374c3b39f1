// Address to bytes: our own screens, cached pages, their pictures. Used by the loopback server and by Electron's protocol.
// Who may ask is the door's business; nothing here reaches the network.
import { Failure } from '../../shared/failure.ts'
import type { FirstAnswer } from '../../shared/first-questions.ts'
import { BlobHash, CopyId, ItemId } from '../../shared/item.ts'
import type { BlobShelf, Cache, CopyShelf } from '../cache/cache.ts'
import { copyPage } from './copy-page.ts'
import { playerPage } from './player-page.ts'
import { answerRecording, type FilePart } from './recording-answer.ts'
import { decodePath, readRendererFile } from './renderer-file.ts'
import { copyPolicy, everyAnswer, type Headers, picturePolicy, shellPolicy, wordsPolicy } from './security-headers.ts'
import { shellWithAnswers } from './shell-with-answers.ts'

export type DocumentRequest = { readonly path: string; readonly method: string; readonly range?: string | null }
/** `part`: what the door sends instead of the body, read from the disk as it goes. */
export type DocumentResponse = {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
  readonly part?: FilePart | null
}
export type Respond = (request: DocumentRequest) => Promise<DocumentResponse>

export type ResponderRooms = {
  /** Folder of the built renderer, with its index.html. */
  readonly rendererFolder: string
  readonly copies: Pick<CopyShelf, 'get' | 'readHtml' | 'assetsOf'>
  readonly blobs: Pick<BlobShelf, 'read' | 'mimeOf' | 'pathOf'>
  readonly recordings: Pick<Cache['recordings'], 'of'>
  /** Players of the web that the reader asked for. */
  readonly players: { take(key: string): string | null }
  /** What a window asks first, answered along with the shell. */
  readonly firstAnswers: () => Promise<readonly FirstAnswer[]>
}

const forever = 'private, max-age=31536000, immutable'
const askAgain = 'private, no-cache'

/**
 * Answers GET and HEAD for `/` and the renderer's files, `/copy/<copyId>/`, `/copy/<copyId>/asset/<sha256>` and
 * `/blob/<sha256>`, `/recording/<itemId>/<sha256>` (with ranges), `/player/<key>`; everything else is 404 in plain words. What the shelves say is missing is 404; other faults are thrown.
 */
export function openResponder(rooms: ResponderRooms): Respond {
  return async ({ path, method, range = null }) => {
    if (method !== 'GET' && method !== 'HEAD') return words(405, 'Only reading is possible here.', { allow: 'GET, HEAD' })
    const answer = await find(rooms, path, range)
    return method === 'HEAD' ? { ...answer, body: new Uint8Array(), ...(answer.part ? { part: null } : {}) } : answer
  }
}

async function find(rooms: ResponderRooms, path: string, range: string | null): Promise<DocumentResponse> {
  const segments = decodePath(path)
  if (segments === null) return nothingHere()
  const [room, name, ...rest] = segments
  try {
    if (room === 'copy') return await respondCopy(rooms, path, name, rest)
    if (room === 'blob') return await respondBlob(rooms, name, rest)
    if (room === 'player') return rest.length === 0 ? respondPlayer(rooms, name ?? '') : nothingHere()
    if (room === 'recording') return await respondRecording(rooms, name, rest, range)
    return await respondShell(rooms, segments)
  } catch (error) {
    // A missing thing is an answer of its own here: a picture in the frame shows as missing, the rest of the page stays.
    if (error instanceof Failure && error.code === 'copy.unknown') return words(404, 'This copy is not in the library.')
    if (error instanceof Failure && error.code === 'cache.missing-blob') {
      return words(404, 'The file of this is missing from the library, or damaged.')
    }
    throw error
  }
}

async function respondShell(rooms: ResponderRooms, segments: readonly string[]): Promise<DocumentResponse> {
  const file = await readRendererFile(rooms.rendererFolder, segments)
  if (file === null) {
    return segments.length === 0 ? words(404, 'The screens of Carrel are not built yet. Run: npm run build') : nothingHere()
  }
  const policy = file.mime.startsWith('image/') ? picturePolicy : shellPolicy
  if (segments.length > 0) return answer(file.bytes, file.mime, file.hashed ? forever : askAgain, policy)
  return answer(shellWithAnswers(file.bytes, await rooms.firstAnswers()), file.mime, 'no-store', policy)
}

async function respondCopy(
  rooms: ResponderRooms,
  path: string,
  name: string | undefined,
  rest: readonly string[],
): Promise<DocumentResponse> {
  const id = CopyId.safeParse(name)
  if (!id.success) return nothingHere()
  if (rest.length === 0) {
    // Without the slash the page's relative addresses would lead elsewhere.
    if (!/^[^?#]*\/(?:[?#]|$)/.test(path)) return nothingHere()
    const copy = rooms.copies.get(id.data)
    if (copy.form !== 'article') return words(404, 'This copy is a document, kept as it is. Open it from its row in the library.')
    const page = copyPage({ title: copy.title, lang: copy.lang, dir: copy.dir, html: await rooms.copies.readHtml(id.data) })
    return answer(new TextEncoder().encode(page), 'text/html; charset=utf-8', askAgain, copyPolicy)
  }
  const [kind, sha256, ...more] = rest
  if (kind !== 'asset' || more.length > 0 || !BlobHash.safeParse(sha256).success) return nothingHere()
  const asset = rooms.copies.assetsOf(id.data).find((one) => one.sha256 === sha256)
  if (asset === undefined) return words(404, 'This picture does not belong to this copy.')
  return picture(await rooms.blobs.read(asset.sha256), asset.mime)
}

async function respondBlob(rooms: ResponderRooms, name: string | undefined, rest: readonly string[]): Promise<DocumentResponse> {
  const hash = BlobHash.safeParse(name)
  if (!hash.success || rest.length > 0) return nothingHere()
  const mime = rooms.blobs.mimeOf(hash.data)
  // Raw pages and documents lie on the same shelf; only pictures are handed out by name.
  if (mime === null || !isPicture(mime)) return nothingHere()
  return picture(await rooms.blobs.read(hash.data), mime)
}

function respondPlayer(rooms: ResponderRooms, key: string): DocumentResponse {
  const url = rooms.players.take(key)
  if (url === null) return words(404, 'This player has been opened already. Ask for it once more.')
  const { html, headers } = playerPage(url)
  return answer(new TextEncoder().encode(html), 'text/html; charset=utf-8', 'no-store', wordsPolicy, headers)
}

async function respondRecording(
  rooms: ResponderRooms,
  name: string | undefined,
  rest: readonly string[],
  range: string | null,
): Promise<DocumentResponse> {
  const id = ItemId.safeParse(name)
  const recording = id.success ? rooms.recordings.of(id.data) : null
  if (recording === null || rest.length !== 1 || rest[0] !== recording.hash) return nothingHere()
  const found = await answerRecording(recording, rooms.blobs.pathOf(recording.hash), range)
  if (found === null) throw new Failure('cache.missing-blob', { hash: recording.hash })
  return { ...found, body: new Uint8Array() }
}

function isPicture(mime: string): boolean {
  return /^image\/[\w.+-]+$/.test(mime)
}

function picture(bytes: Uint8Array, mime: string): DocumentResponse {
  if (isPicture(mime)) return answer(bytes, mime, forever, picturePolicy)
  // Recorded as something else: handed over as bytes, never as a page of our own origin.
  return answer(bytes, 'application/octet-stream', forever, picturePolicy, { 'content-disposition': 'attachment' })
}

function nothingHere(): DocumentResponse {
  return words(404, 'There is nothing at this address.')
}

function words(status: number, says: string, more: Headers = {}): DocumentResponse {
  return answer(new TextEncoder().encode(`${says}\n`), 'text/plain; charset=utf-8', 'no-store', wordsPolicy, more, status)
}

function answer(bytes: Uint8Array, mime: string, caching: string, policy: string, more: Headers = {}, status = 200): DocumentResponse {
  return {
    status,
    headers: {
      ...everyAnswer,
      'content-type': mime,
      'content-length': String(bytes.byteLength),
      'cache-control': caching,
      'content-security-policy': policy,
      ...more,
    },
    body: bytes,
  }
}
