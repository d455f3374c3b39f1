// A site that lives as long as a library does: any number of pages, each with a picture of its own, each able to change.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drawPng } from '../../../src/main/testing/site/pictures.ts'

export type LivingSite = {
  /** The address of page `number`. */
  address(number: number): string
  /** From now on all pages say something new. */
  change(): void
  close(): Promise<void>
}

export async function openLivingSite(): Promise<LivingSite> {
  const picture = drawPng(40, 30, 3)
  let edition = 0
  const server = createServer((request, response) => {
    const [, room, number] = (request.url ?? '').split('/')
    // Readers add bytes behind a picture's end without changing it: every page has one of its own.
    if (room === 'picture')
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.concat([picture, Buffer.from(`${number} of ${edition}`)]))
    else if (room === 'page') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(Number(number), edition))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: (number) => `http://127.0.0.1:${port}/page/${number}/`,
    change() {
      edition += 1
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function page(number: number, edition: number): string {
  const paragraph = (part: number): string =>
    `<p>Paragraph ${part} of page ${number} in edition ${edition} says what kettle${number} boiled, who came to drink it, and why nobody left before dusk.</p>`
  return `<!doctype html><html lang="en"><head><title>Kettle ${number}, edition ${edition}</title></head><body><article><h1>Kettle ${number}, edition ${edition}</h1>
${[1, 2, 3, 4, 5, 6].map(paragraph).join('\n')}<p><img src="/picture/${number}" alt="" width="400" height="300"></p>${[7, 8].map(paragraph).join('\n')}</article></body></html>`
}
