// The window's own scheme: the core answers its addresses, as it does behind the loopback server.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Protocol } from 'electron'
import type { Core } from '../core.ts'
import { isOwnAddress, scheme } from './own-address.ts'

/** Makes the scheme an origin like https, from which films can be played as they come and whose scripts are compiled once. Must come before Electron is ready. */
export function registerScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** Answers the scheme from the core. While developing, the renderer's files come from its own server instead. */
export function serveScheme(protocol: Protocol, core: Pick<Core, 'respond'>, developmentServer: URL | null): void {
  protocol.handle(scheme, async (request) => {
    if (!isOwnAddress(request.url)) return new Response('There is nothing at this address.\n', { status: 404 })
    const { pathname, search } = new URL(request.url)
    if (developmentServer !== null && !/^\/(?:copy|blob|recording)\//.test(pathname)) {
      return fetch(new URL(`${pathname}${search}`, developmentServer), { headers: { accept: request.headers.get('accept') ?? '*/*' } })
    }
    const { status, headers, body, part } = await core.respond({
      path: `${pathname}${search}`,
      method: request.method,
      range: request.headers.get('range'),
    })
    // Web streams of Node and of the DOM are one thing with two types.
    const stream = part ? (Readable.toWeb(createReadStream(part.path, part)) as ReadableStream<Uint8Array>) : new Uint8Array(body)
    return new Response(stream, { status, headers })
  })
}
