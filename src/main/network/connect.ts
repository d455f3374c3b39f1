// Opens connections: looks a name up, lets the guard strike out what is private, and connects to exactly the numbers
// that are left. The name is never looked up a second time on the way, so an answer that changes in between wins nothing.
import { lookup as systemLookup } from 'node:dns/promises'
import net from 'node:net'
import type tls from 'node:tls'
import { buildConnector } from 'undici'
import { Failure } from '../../shared/failure.ts'
import type { Judge } from './inner-names.ts'
import type { Limits } from './limits.ts'

/** One address a name has. `port`, when given, is connected to instead of the link's (a corpus server on loopback). */
export type ResolvedAddress = { readonly address: string; readonly port?: number }
/** Looks a name up. Rejects as Node's own look-up does (ENOTFOUND, EAI_AGAIN). */
export type Resolver = (host: string) => Promise<readonly ResolvedAddress[]>

/** The system's look-up, in the system's order; questions for one name that are asked at once are asked once. */
export function systemResolver(): Resolver {
  const asked = new Map<string, Promise<readonly ResolvedAddress[]>>()
  return (host) => {
    const known = asked.get(host)
    if (known !== undefined) return known
    const asking = systemLookup(host, { all: true, order: 'verbatim' }).finally(() => asked.delete(host))
    asked.set(host, asking)
    return asking
  }
}

export type ConnectorOptions = {
  readonly resolver: Resolver
  /** Strikes out the addresses that may not be connected to. */
  readonly judge: Judge
  readonly secureContext: () => tls.SecureContext
  readonly limits: Limits
}

/** The connector for undici's Agent. Errors are Failures of the guard or Node's own. */
export function guardedConnector({ resolver, judge, secureContext, limits }: ConnectorOptions): buildConnector.connector {
  const open = (target: buildConnector.Options, addresses: readonly ResolvedAddress[], callback: buildConnector.Callback) => {
    const [first] = addresses
    if (first === undefined) throw new Failure('page.unreachable', { host: target.hostname, reason: 'no-such-name' })
    const secure = target.protocol === 'https:'
    const connect = buildConnector({
      allowH2: false,
      timeout: limits.connectMs,
      maxCachedSessions: 0,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: limits.familyMs,
      lookup: pinned(addresses),
      ...(secure ? { secureContext: secureContext() } : {}),
    })
    const servername = secure && net.isIP(target.hostname) === 0 ? { servername: target.hostname.replace(/\.$/, '') } : {}
    // A single number needs no look-up at all; several are raced by Node under the name.
    const hostname = addresses.length === 1 ? first.address : target.hostname
    connect({ ...target, hostname, port: first.port === undefined ? target.port : String(first.port), ...servername }, callback)
  }
  return (target, callback) => {
    addressesOf(target.hostname, resolver, judge)
      .then((addresses) => open(target, addresses, callback))
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null))
  }
}

/** The addresses of a host (a name or a number) that may be connected to. Throws what the judge throws. */
export async function addressesOf(host: string, resolver: Resolver, judge: Judge): Promise<readonly ResolvedAddress[]> {
  return judge(host, net.isIP(host) === 0 ? await resolver(host) : [{ address: host }])
}

/** A look-up that knows one answer only. Node asks with `all` when it races families, and without when it does not. */
function pinned(addresses: readonly ResolvedAddress[]): net.LookupFunction {
  const answers = addresses.map(({ address }) => ({ address, family: net.isIPv6(address) ? 6 : 4 }))
  return (_host, options, callback) => {
    if (options.all) return callback(null, answers)
    const [first] = answers
    callback(null, first?.address ?? '', first?.family ?? 4)
  }
}
