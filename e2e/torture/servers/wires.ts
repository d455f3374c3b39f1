// The last step of every connection of the core under attack: public numbers lead to this attack's servers, everything else is
// refused and remembered. It takes the place of the router; guard, resolver seam, TLS and HTTP above it are the program's own.
import net from 'node:net'
import type { ResolvedAddress, Resolver } from '../../../src/main/network/connect.ts'
import type { Wires } from './world.ts'

/** The names of this world. A name that is not in it does not exist. */
export function worldResolver(wires: Wires): Resolver {
  const asked = new Map<string, number>()
  return async (host) => {
    const name = host.toLowerCase().replace(/\.$/, '')
    const answers = wires.names[name]
    const times = asked.get(name) ?? 0
    asked.set(name, times + 1)
    const answer = answers?.[Math.min(times, answers.length - 1)]
    // A look-up that never ends.
    if (answer?.[0] === 'silence') return new Promise(() => undefined)
    if (answer === undefined) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
    return answer.map((address): ResolvedAddress => ({ address }))
  }
}

type Target = { readonly host?: string; readonly port?: number | string; readonly path?: string; readonly lookup?: net.LookupFunction }

/** The number a socket would be connected to: several are given under their name, with a look-up that knows them. */
function numberOf(name: string, lookup: net.LookupFunction | undefined): string {
  let found = name
  if (lookup !== undefined && net.isIP(name) === 0) {
    lookup(name, { all: true }, (_error, answers) => {
      found = (Array.isArray(answers) ? answers[0]?.address : answers) ?? name
    })
  }
  return found
}

/** Leads this process's sockets into the world. The list it gives grows by every place that was tried and is not in it. */
export function layWires(wires: Wires): readonly string[] {
  const strayed: string[] = []
  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = function led(this: net.Socket, ...args: unknown[]) {
    const list = Array.isArray(args[0]) ? args[0] : args
    const [options] = list
    const { host: name = 'localhost', port, path, lookup } = options as Target
    // A pipe between processes is no way out.
    if (path !== undefined) return Reflect.apply(connect, this, args)
    const host = numberOf(name, lookup)
    const place = `${host}:${port}`
    const own = host === '127.0.0.1' && wires.loopback.includes(Number(port)) ? Number(port) : wires.routes[place]
    if (own !== undefined) {
      // Changed in place: Node marks the list of arguments it has made normal by a symbol.
      Object.assign(options, { host: '127.0.0.1', port: own })
      return Reflect.apply(connect, this, args)
    }
    strayed.push(place)
    setImmediate(() => this.destroy(Object.assign(new Error(`connect ECONNREFUSED ${place}`), { code: 'ECONNREFUSED' })))
    return this
  } as typeof connect
  return strayed
}
