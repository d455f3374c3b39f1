// The world of the pictures: made-up sites under their own names, all on one loopback server that stands where a proxy would.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type DeskAnswer = { readonly status?: number; readonly type?: string; readonly body: string | Uint8Array } | 'silence'
/** By address without the scheme: `host/path`. */
export type DeskPages = Readonly<Record<string, DeskAnswer>>
export type DeskSite = { readonly proxy: string; close(): Promise<void> }

/** Answers for every host there is in `pages`; whatever else is asked for is not found, and nothing reaches the network. */
export async function openDeskSite(pages: DeskPages): Promise<DeskSite> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { host, pathname } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'nowhere.example'}`)
    const page = pages[`${host}${pathname}`]
    if (page === 'silence') return
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      body,
    } = page ?? { status: 404, body: '<title>Not found</title><h1>Not found</h1>' }
    response.writeHead(status, { 'content-type': type }).end(body)
  }
  const server = createServer(answer)
  // A tunnel to a site leads back to ourselves; one for anything encrypted ends here.
  server.on('connect', (request, socket) => {
    if (request.url?.endsWith(':80')) {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      server.emit('connection', socket)
    } else socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    proxy: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
