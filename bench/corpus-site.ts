// Serves a corpus on loopback under its own host names, http and https on one port; runs as a child process of
// try-corpus.ts, so that its memory is not counted as the program's. A picture is drawn for every picture asked for.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import net from 'node:net'
import { createSecureContext, type SecureContext } from 'node:tls'
import { drawPng } from '../src/main/testing/site/pictures.ts'
import { addressKey, type CorpusPage, readCorpus } from './corpus-pages.ts'
import { openAuthority } from './self-made-authority.ts'

/** What the parent is told once the site is open, and at the end. */
export type CorpusSiteWord = { readonly port: number; readonly certificate: string } | { readonly served: CorpusSiteCounts }
export type CorpusSiteCounts = { readonly pages: number; readonly pictures: number; readonly unknown: readonly string[] }

const [folder = '', limit = 'Infinity'] = process.argv.slice(2)
const counts = { pages: 0, pictures: 0, unknown: [] as string[] }
const pages = new Map<string, CorpusPage>()
const soleByHost = new Map<string, CorpusPage | null>()
for (const page of await readCorpus(folder, Number(limit))) {
  const key = addressKey(page.url)
  pages.set(key, page)
  const host = key.split('/', 1)[0] ?? ''
  soleByHost.set(host, soleByHost.has(host) ? null : page)
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const address = `http://${request.headers.host}${request.url}`
  const key = URL.canParse(address) ? addressKey(address) : ''
  const accept = request.headers.accept ?? ''
  if (isPicture(accept, key)) {
    counts.pictures += 1
    response.writeHead(200, { 'content-type': 'image/png' }).end(pictureFor(address))
    return
  }
  // An address may come changed (another spelling of the path): the only page of its host is then the one that is meant.
  const page = pages.get(key) ?? (accept.includes('html') ? soleByHost.get(key.split('/', 1)[0] ?? '') : undefined)
  if (page === undefined || page === null) {
    counts.unknown.push(address)
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not in the corpus')
    return
  }
  counts.pages += 1
  readFile(page.file).then(
    // The corpora keep every page in UTF-8, whatever its meta still says.
    (bytes) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bytes),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}

function isPicture(accept: string, key: string): boolean {
  return /^image\//.test(accept) || (/\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp)$/.test(key) && !pages.has(key))
}

// A different picture for every address, a few kilobytes each; drawn once a size, told apart by bytes after its end.
const drawn = drawPng(320, 200, 7)
function pictureFor(address: string): Uint8Array {
  return Buffer.concat([drawn, createHash('sha256').update(address).digest()])
}

const authority = openAuthority()
const contexts = new Map<string, SecureContext>()
const contextFor = (host: string): SecureContext => {
  const known = contexts.get(host) ?? createSecureContext(authority.vouchFor(host))
  contexts.set(host, known)
  return known
}
const plain = createHttp(answer)
const secure = createHttps({ ...authority.vouchFor('unnamed.invalid'), SNICallback: (host, done) => done(null, contextFor(host)) }, answer)

// One port for both: the resolver that leads every host here does not know the scheme. TLS begins with byte 22.
const front = net.createServer((socket) => {
  socket.on('error', () => socket.destroy())
  socket.once('data', (first: Buffer) => {
    socket.pause()
    socket.unshift(first)
    const server = first[0] === 22 ? secure : plain
    server.emit('connection', socket)
    process.nextTick(() => socket.resume())
  })
})
front.listen(0, '127.0.0.1', () => {
  const address = front.address()
  if (address === null || typeof address === 'string') throw new Error('the corpus site has no port')
  process.send?.({ port: address.port, certificate: authority.certificate } satisfies CorpusSiteWord)
})
process.on('message', () => process.send?.({ served: counts } satisfies CorpusSiteWord, () => process.exit(0)))
process.on('disconnect', () => process.exit(0))
