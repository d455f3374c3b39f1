// A certificate authority of our own, for as long as the bench runs: it vouches for any host name at once, so that https
// addresses are served over real TLS. Node reads certificates but writes none, hence the few lines of DER.
import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export type Authority = {
  /** The authority's own certificate, as PEM: what the one who asks has to trust. */
  readonly certificate: string
  /** A certificate for `host` and its key, as PEM. */
  vouchFor(host: string): { readonly cert: string; readonly key: string }
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey

export function openAuthority(): Authority {
  const root = newKey()
  const leaf = newKey()
  const key = String(leaf.export({ type: 'pkcs8', format: 'pem' }))
  const isAuthority = extension('551d13', der(0x30, der(0x01, Buffer.from([0xff]))))
  return {
    certificate: certify({ subject: 'Carrel bench authority', key: root, signer: root, extensions: [isAuthority] }),
    vouchFor(host) {
      const names = extension('551d11', der(0x30, der(0x82, Buffer.from(host, 'latin1'))))
      return { key, cert: certify({ subject: 'Carrel bench', key: leaf, signer: root, extensions: [names] }) }
    },
  }
}

type Wanted = { readonly subject: string; readonly key: KeyObject; readonly signer: KeyObject; readonly extensions: readonly Buffer[] }

/** An X.509 certificate (RFC 5280, 4.1) signed with ECDSA and SHA-256, valid from yesterday for a week. */
function certify({ subject, key, signer, extensions }: Wanted): string {
  const algorithm = der(0x30, oid('2a8648ce3d040302'))
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    algorithm,
    name('Carrel bench authority'),
    der(0x30, time(-1), time(7)),
    name(subject),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, signer))
  const lines =
    der(0x30, body, algorithm, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** One DER value: tag, length, contents. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const contents = Buffer.concat(parts)
  const size = contents.byteLength
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), contents])
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

function name(common: string): Buffer {
  return der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from(common)))))
}

function extension(hex: string, value: Buffer): Buffer {
  return der(0x30, oid(hex), der(0x04, value))
}

function time(daysFromNow: number): Buffer {
  const text = new Date(Date.now() + daysFromNow * 86_400_000).toISOString()
  return der(0x17, Buffer.from(`${text.slice(2, 19).replaceAll(/\D/g, '')}Z`))
}
