// A site on loopback that answers with exactly the bytes and the type it is given, each under an address of its own.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ByteSite = {
  /** Puts a page there; answers its address. */
  put(body: Uint8Array, contentType: string): string
  /** How many bytes it holds. */
  bytes(): number
  close(): Promise<void>
}

export async function openByteSite(): Promise<ByteSite> {
  const pages: { readonly body: Uint8Array; readonly contentType: string }[] = []
  const server = createServer((request, response) => {
    const page = pages[Number(/^\/page\/(\d+)\//.exec(request.url ?? '')?.[1] ?? Number.NaN)]
    if (page === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': page.contentType }).end(page.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    put(body, contentType) {
      pages.push({ body, contentType })
      return `http://127.0.0.1:${port}/page/${pages.length - 1}/`
    },
    bytes: () => pages.reduce((sum, { body }) => sum + body.length, 0),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
