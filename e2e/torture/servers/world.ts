// The internet of this attack: names, their public numbers, and behind each a server on loopback that does as it pleases.
// The core believes that it is out there: its guard judges real public numbers; only the last step, the socket, is led here (wires.ts).
import net, { type AddressInfo } from 'node:net'
import tls from 'node:tls'
import { serverKey, trusted } from './certificates.ts'

/** Called with a connection once a whole request head has come; `asked` counts the requests of this connection, from 1. */
export type Converse = (socket: net.Socket, head: string, asked: number) => void

export type HostOptions = {
  /** PEM of the certificate; none: plain HTTP. */
  readonly certificate?: string
  /** The port it seems to stand at, when that is not its scheme's own. */
  readonly at?: number
  /** Called as soon as the connection stands: for servers that speak first, or never read. */
  readonly greet?: (socket: net.Socket) => void
}

/** What the core's process must know of this world: plain data. */
export type Wires = {
  /** Answers of a name, one for each time it is asked; the last one stands for all later ones. No entry: no such name. */
  readonly names: Readonly<Record<string, readonly (readonly string[])[]>>
  /** `number:port` to the port on loopback. */
  readonly routes: Readonly<Record<string, number>>
  /** Ports of 127.0.0.1 that may be connected to as they are: a proxy, and a host the reader typed. */
  readonly loopback: readonly number[]
}

export type World = {
  /** Puts a server at a name (http at 80; with a certificate https at 443); answers its origin. */
  host(name: string, converse: Converse, options?: HostOptions): Promise<string>
  /** A server at 127.0.0.1 itself; answers its port. With `open` the core's sockets may reach it. */
  inner(converse: Converse, open: boolean): Promise<number>
  /** Changes what a name answers: see `Wires.names`. */
  lead(name: string, answers: readonly (readonly string[])[]): void
  /** The public number of a host made here. */
  numberOf(name: string): string
  wires(): Wires
  /** Request lines that came to a name, in order; to `127.0.0.1` for the inner ones. */
  hits(name: string): readonly string[]
  /** Connections that stand now. */
  open(): number
  close(): Promise<void>
}

/** Opens an empty world. */
export function openWorld(): World {
  const names: Record<string, readonly (readonly string[])[]> = {}
  const numbers = new Map<string, string>()
  const routes: Record<string, number> = {}
  const loopback: number[] = []
  const hits = new Map<string, string[]>()
  const sockets = new Set<net.Socket>()
  const servers: net.Server[] = []

  async function serve(name: string, converse: Converse, { certificate, greet }: HostOptions): Promise<number> {
    const came = hits.get(name) ?? []
    hits.set(name, came)
    const hear = (socket: net.Socket) => {
      socket.on('error', () => undefined)
      greet?.(socket)
      let head = ''
      let asked = 0
      socket.on('data', (chunk) => {
        head = (head + chunk.toString('latin1')).slice(-100_000)
        if (!head.includes('\r\n\r\n')) return
        came.push(head.split(' ').slice(0, 2).join(' '))
        const whole = head
        head = ''
        asked += 1
        converse(socket, whole, asked)
      })
    }
    const server = certificate === undefined ? net.createServer(hear) : tls.createServer({ cert: certificate, key: serverKey }, hear)
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    })
    server.on('tlsClientError', () => undefined)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }

  return {
    async host(name, converse, options = {}) {
      const number = numbers.get(name) ?? `93.184.${1 + (numbers.size >> 8)}.${numbers.size & 255}`
      numbers.set(name, number)
      names[name] ??= [[number]]
      routes[`${number}:${options.at ?? (options.certificate === undefined ? 80 : 443)}`] = await serve(name, converse, options)
      return `${options.certificate === undefined ? 'http' : 'https'}://${name}`
    },
    async inner(converse, open) {
      const port = await serve('127.0.0.1', converse, {})
      if (open) loopback.push(port)
      return port
    },
    lead(name, answers) {
      names[name] = answers
    },
    numberOf: (name) => numbers.get(name) ?? '',
    wires: () => ({ names, routes, loopback }),
    hits: (name) => hits.get(name) ?? [],
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

/** The certificate of every host below `secure.example`, of archive.org and of YouTube. */
export const goodCertificate = trusted
