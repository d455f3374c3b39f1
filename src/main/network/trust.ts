// Which certificate authorities are trusted: Node's own (with NODE_EXTRA_CA_CERTS), the system's, and those the reader adds.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import tls from 'node:tls'
import type { Log } from '../platform/log.ts'

/**
 * Gives the TLS settings every connection shares. Made at the first secure connection, since reading
 * the system's store takes some 50 ms. `extraCa` holds PEM texts or paths of PEM files; an unreadable one is logged and left out.
 */
export function trustedContext(extraCa: readonly string[], log: Log): () => tls.SecureContext {
  let context: tls.SecureContext | null = null
  return () => {
    context ??= tls.createSecureContext({
      ca: [...new Set([...certificates('default'), ...certificates('system'), ...added(extraCa, log)])],
    })
    return context
  }
}

function certificates(store: 'default' | 'system'): readonly string[] {
  // Not in every runtime we start in; without it the default roots are all there is.
  if (typeof tls.getCACertificates !== 'function') return store === 'default' ? tls.rootCertificates : []
  return tls.getCACertificates(store)
}

function added(extraCa: readonly string[], log: Log): readonly string[] {
  return extraCa.flatMap((entry) => {
    const isText = entry.includes('-----BEGIN')
    try {
      const pem = isText ? entry : readFileSync(entry, 'utf8')
      // A secure context takes any text and silently leaves out what is no certificate; this throws.
      new X509Certificate(pem)
      return [pem]
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      log.write('warn', 'a certificate authority could not be read and is left out', { ...(isText ? {} : { path: entry }), why })
      return []
    }
  })
}
