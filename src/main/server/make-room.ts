// Keeps room at the door: whoever holds connections open without showing the token is let go, the longest first, so that no number of
// strangers keeps the reader out. Who has shown it is guard.ts's to say.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Connections that may wait at the door at once. A browser opens a few ahead of time. */
const mostStrangers = 64
/** Everybody has so long to say who they are, however many push. */
const graceMs = 500

/** Answers how to tell that whoever is at this connection has shown the token. */
export function makeRoom(server: Server, { most = mostStrangers, grace = graceMs } = {}): (socket: Socket) => void {
  // In the order in which they came.
  const since = new Map<Socket, number>()
  server.on('connection', (socket) => {
    const now = performance.now()
    for (const [stranger, came] of since) {
      if (since.size < most || now - came < grace) break
      since.delete(stranger)
      stranger.destroy()
    }
    since.set(socket, now)
    socket.once('close', () => since.delete(socket))
  })
  return (socket) => void since.delete(socket)
}
