// Speaks to a port byte by byte, as no well-behaved program would, and says what came back.
import net from 'node:net'

export type Heard = {
  /** Byte for byte, as Latin-1. */
  readonly text: string
  readonly statuses: readonly number[]
  /** quiet: the other side kept the connection and said nothing more for `quietMs`. */
  readonly ended: 'closed' | 'quiet'
}

export type Part = string | Buffer

/** Sends the parts one after the other, each when the one before has left; ends with the connection or after `quietMs` of silence. */
export function speak(port: number, parts: readonly Part[], { quietMs = 4_000 } = {}): Promise<Heard> {
  return new Promise((resolve) => {
    let text = ''
    let done = false
    const finish = (ended: Heard['ended']): void => {
      if (done) return
      done = true
      clearTimeout(quiet)
      socket.destroy()
      resolve({ text, statuses: statusesIn(text), ended })
    }
    const waiting = [...parts]
    const send = (): void => {
      for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
        if (done || socket.destroyed) return
        // What does not fit yet waits for 'drain'.
        if (!socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)) return
      }
    }
    const socket = net.connect(port, '127.0.0.1', send)
    socket.on('drain', send)
    const quiet = setTimeout(() => finish('quiet'), quietMs)
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      // What a stranger could hold against us stands in the beginning.
      if (text.length < 4_000_000) text += chunk
      quiet.refresh()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => finish('closed'))
  })
}

function statusesIn(text: string): readonly number[] {
  return [...text.matchAll(/^HTTP\/1\.[01] (\d{3}) /gm)].map((match) => Number(match[1]))
}

/** A request as text: the line, the headers, the body behind them. */
export function request(line: string, headers: Readonly<Record<string, string>>, body = ''): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}
