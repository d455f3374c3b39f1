// What the servers of this attack say: whole answers, honest articles, and bytes without end.
import type { Socket } from 'node:net'
import { samplePictures } from '../../../src/main/assets/sample-pictures.ts'
import { paragraphs } from '../../../src/main/testing/site/site-page.ts'
import type { Converse } from './world.ts'

export type Headers = Readonly<Record<string, string>>

/** An answer as bytes, with its length unless `headers` say otherwise. */
export function answer(body: string | Uint8Array, headers: Headers = {}, status = '200 OK'): Buffer {
  const bytes = Buffer.from(body)
  const all: Headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': String(bytes.length), ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}\r\n`]))
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`, 'latin1'), bytes])
}

/** The head of an answer whose body is sent by hand. */
export function head(headers: Headers = {}, status = '200 OK'): Buffer {
  return answer('', { 'content-length': '', ...headers }, status)
}

/** A page that every reader would call an article; `more` stands in its middle, `top` in its head. */
export function article(title: string, more = '', top = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${top}</head><body><main><article><h1>${title}</h1>
${paragraphs(title, 3)}${more}${paragraphs(title, 2)}</article></main></body></html>`
}

/** A picture of its own address. */
export function picture(address: string): string {
  return `<p><img src="${address}" alt="A picture" width="320" height="240"></p>`
}

export const png = answer(samplePictures.png, { 'content-type': 'image/png' })

/** The path a request asks for. */
export function pathOf(requestHead: string): string {
  return requestHead.split(' ')[1] ?? '/'
}

/** Always the same bytes, whatever is asked. */
export function always(bytes: Uint8Array | string, then: 'end' | 'stay' | 'reset' = 'end'): Converse {
  return (socket) => {
    socket.write(bytes, () => {
      if (then === 'end') socket.end()
      if (then === 'reset') socket.resetAndDestroy()
    })
  }
}

/** By path; `*` for all others, else 404. */
export function byPath(told: Readonly<Record<string, Uint8Array | Converse>>): Converse {
  return (socket, requestHead, asked) => {
    const path = pathOf(requestHead)
    const what = told[path] ?? told[path.split('?')[0] ?? ''] ?? told['*'] ?? answer('nothing here', {}, '404 Not Found')
    if (typeof what === 'function') what(socket, requestHead, asked)
    else socket.write(what)
  }
}

/** Nothing, for as long as somebody waits. */
export const silence: Converse = () => undefined

/** `start`, then `piece` again and again as fast as it is taken. */
export function pour(start: Uint8Array | string, piece: Uint8Array | string): Converse {
  return (socket) => {
    socket.write(start)
    const more = () => {
      while (!socket.destroyed && socket.writable && socket.write(piece));
    }
    socket.on('drain', more)
    more()
  }
}

/** `start`, then one piece after the other with a pause between them, from the beginning again when all were sent. */
export function drip(start: Uint8Array | string, pieces: string | readonly Uint8Array[], pauseMs: number): Converse {
  return (socket) => {
    if (start.length > 0) socket.write(start)
    dripInto(socket, pieces, pauseMs)
  }
}

export function dripInto(socket: Socket, pieces: string | readonly Uint8Array[], pauseMs: number): void {
  let at = 0
  const timer = setInterval(() => {
    const piece = pieces[at++ % pieces.length]
    if (piece !== undefined && socket.writable) socket.write(piece)
  }, pauseMs)
  socket.on('close', () => clearInterval(timer))
}
