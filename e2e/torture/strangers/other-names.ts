// Rebinding and its kin: a page whose own name leads to this machine asks with the browser's cookie, or with the very token.
import type { Given, Outcome } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { type Case, deed, deedCall, tryAll } from './case.ts'
import type { Served } from './served.ts'
import { request } from './speak.ts'

const hosts = (port: number): readonly string[] => {
  const names = [
    ...['attacker.example', 'rebind.attacker.example', 'localhost.attacker.example', '127.0.0.1.attacker.example', '127.0.0.1.nip.io'],
    ...[
      'localhost.',
      'LOCALHOST.',
      '127.0.0.1.',
      '127.1',
      '0',
      '0.0.0.0',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.0.0.2',
      '127.000.000.001',
    ],
    ...[
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '::1',
      '[::]',
      '[fe80::1%25lo]',
      'localhost.localdomain',
      'sub.localhost',
      'ip6-localhost',
    ],
    ...[
      '127.0.0.1@attacker.example',
      'attacker.example@127.0.0.1',
      '127.0.0.1, attacker.example',
      '127.0.0.1 attacker.example',
      'localhost\tx',
      'loc\u00e1lhost',
    ],
  ]
  return [
    ...names.map((name) => `${name}:${port}`),
    ...[1, 80, 443, port + 1, port - 1].map((other) => `127.0.0.1:${other}`),
    ...[
      '127.0.0.1',
      'localhost',
      `127.0.0.1:0${port}`,
      `127.0.0.1:${port}.`,
      `127.0.0.1:+${port}`,
      `127.0.0.1::${port}`,
      `127.0.0.1:${port}:${port}`,
    ],
    ...[
      '',
      ' ',
      'null',
      `http://127.0.0.1:${port}`,
      `//127.0.0.1:${port}`,
      `127.0.0.1:${port}/`,
      `127.0.0.1:${port}?`,
      `127.0.0.1:${port}#x`,
    ],
  ]
}

export async function underOtherNames(given: Given, served: Served): Promise<Outcome> {
  const { port, token, copy, blob } = served
  const chance = chanceFrom(given.seed)
  const paths = ['/', `/?token=${token}`, '/events', `/copy/${copy}/`, `/blob/${blob}`, '/index.html']
  const proofs = [{ authorization: `Bearer ${token}` }, { cookie: `carrel-${port}=${token}` }]
  const close = { connection: 'close' }
  const own = { host: `127.0.0.1:${port}` }
  const asked = (host: string, path: string, proof: Record<string, string>): Case => ({
    name: `Host ${host} for ${path.split('?')[0]}`,
    send: [request(`GET ${path}`, { host, ...proof, ...close })],
    is: 'refused',
  })
  const done = (host: string, more: Record<string, string>): Case => ({
    name: `a deed for Host ${host}`,
    send: [
      request(
        `POST ${deedCall}`,
        { host, ...more, ...close, 'content-type': 'application/json', 'content-length': String(deed.length) },
        deed,
      ),
    ],
    is: 'refused',
  })
  const proof = () => chance.pick(proofs)
  const cases = hosts(port).flatMap((host) => [
    ...(given.length === 'full'
      ? paths.flatMap((path) => proofs.map((one) => asked(host, path, one)))
      : [asked(host, chance.pick(paths), proof())]),
    done(host, { ...proof(), origin: `http://${host}` }),
    done(host, proof()),
  ])
  const head = (line: string, ...headers: readonly string[]): string =>
    `${line}\r\n${[...headers, `Authorization: Bearer ${token}`, 'Connection: close'].join('\r\n')}\r\n\r\n`
  const host = `Host: ${own.host}`
  const shapes = [
    ['no Host', head('GET / HTTP/1.1')],
    ['no Host, HTTP/1.0', head('GET / HTTP/1.0')],
    ['two Hosts', head('GET / HTTP/1.1', host, 'Host: attacker.example')],
    ['two Hosts, ours last', head('GET / HTTP/1.1', 'Host: attacker.example', host)],
    ['the same Host twice', head('GET / HTTP/1.1', host, host)],
    ['the same Host in two spellings', head('GET / HTTP/1.1', host, `hOsT: ${own.host}`)],
    ['absolute form of a stranger', head('GET http://attacker.example/ HTTP/1.1', host)],
    ['absolute form of our own', head(`GET http://${own.host}/ HTTP/1.1`, host)],
    ['absolute form, foreign Host', head(`GET http://${own.host}/ HTTP/1.1`, 'Host: attacker.example')],
    ['a scheme without slashes', head('GET http:/ HTTP/1.1', host)],
    ['authority form', head(`GET ${own.host} HTTP/1.1`, host)],
    ['X-Forwarded-Host', head('GET / HTTP/1.1', 'Host: attacker.example', `X-Forwarded-Host: ${own.host}`, `Forwarded: host=${own.host}`)],
    ['a folded Host', head('GET / HTTP/1.1', 'Host: attacker.example\r\n ', host.slice(6))],
    ['a Host behind a space', head('GET / HTTP/1.1', `Host : ${own.host}`)],
  ].map(([name = '', text = '']): Case => ({ name, send: [text], is: 'refused' }))
  return tryAll(served, 'other names (rebinding)', [...cases, ...shapes])
}
