// Keeps room at the door: whoever holds connections open without showing the token is let go, the longest first, so that no number of
// strangers keeps the reader out. Who has shown it is guard.ts's to say.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Connections that may wait at the door at once. A browser opens a few ahead of time. */
const mostStrangers = 64
/** Everybody has so long to say who they are, however many push. */
const graceMs = 1_000
/** And so many turns of the event loop: in a crowd one turn may take longer than the time above, and nobody was listened to meanwhile. */
const graceTurns = 4

/** Answers how to tell that whoever is at this connection has shown the token. */
export function makeRoom(server: Server, { most = mostStrangers, grace = graceMs, turns = graceTurns } = {}): (socket: Socket) => void {
  // In the order in which they came.
  const strangers = new Map<Socket, { readonly at: number; readonly turn: number }>()
  let turn = 0
  let counting = false
  // Turns are counted only while somebody comes: it is then that room may be needed.
  const count = (): void => {
    if (counting) return
    counting = true
    setImmediate(() => {
      counting = false
      turn++
    })
  }
  server.on('connection', (socket) => {
    const now = performance.now()
    for (const [stranger, came] of strangers) {
      if (strangers.size < most || now - came.at < grace || turn - came.turn < turns) break
      strangers.delete(stranger)
      stranger.destroy()
    }
    strangers.set(socket, { at: now, turn })
    socket.once('close', () => strangers.delete(socket))
    count()
  })
  return (socket) => void strangers.delete(socket)
}
