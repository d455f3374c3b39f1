// What pages of other sites can make a browser send, with the cookie it would attach: forms, scripts, pictures, frames, sockets.
import type { Given, Outcome } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { type Case, deed, deedCall, tryAll } from './case.ts'
import type { Served } from './served.ts'
import { request } from './speak.ts'

const origins = (port: number): readonly string[] => [
  ...[
    'null',
    'http://attacker.example',
    'https://127.0.0.1',
    `https://127.0.0.1:${port}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${port + 1}`,
    'file://',
  ],
  ...[
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}.attacker.example`,
    `http://attacker.example:${port}`,
    `http://127.0.0.1:${port}/`,
  ],
  ...[
    `HTTP://127.0.0.1:${port}`,
    ` http://127.0.0.1:${port} x`,
    `http://127.0.0.1:${port}, http://attacker.example`,
    `http://user@127.0.0.1:${port}`,
  ],
  ...[
    'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'moz-extension://x',
    'carrel-app://window',
    'data:',
    `ws://127.0.0.1:${port}`,
    'undefined',
    '*',
  ],
]
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain; application/json',
  'text/html',
  '',
]

export async function fromOtherSites(given: Given, served: Served): Promise<Outcome> {
  const { port, token, copy, blob } = served
  const chance = chanceFrom(given.seed + 1)
  const browser = { host: `127.0.0.1:${port}`, cookie: `carrel-${port}=${token}`, connection: 'close' }
  const few = <T>(all: readonly T[]): readonly T[] => (given.length === 'full' ? all : [chance.pick(all)])
  const post = (name: string, headers: Record<string, string>, body = deed): Case => ({
    name,
    send: [request(`POST ${deedCall}`, { ...browser, 'content-length': String(body.length), ...headers }, body)],
    is: 'refused',
  })
  const get = (name: string, path: string, headers: Record<string, string>, method = 'GET'): Case => ({
    name,
    send: [request(`${method} ${path}`, { ...browser, ...headers })],
    is: 'refused',
  })
  const fetched = (site: string, dest: string, mode: string) => ({ 'sec-fetch-site': site, 'sec-fetch-dest': dest, 'sec-fetch-mode': mode })

  const paths = ['/', '/events', `/copy/${copy}/`, `/blob/${blob}`, `/copy/${copy}/asset/${blob}`, '/index.html', deedCall]
  const dests = [
    'image',
    'script',
    'style',
    'iframe',
    'frame',
    'object',
    'embed',
    'video',
    'audio',
    'track',
    'font',
    'manifest',
    'worker',
    'empty',
    'report',
  ]
  const embedded = dests.flatMap((dest) =>
    few(paths).flatMap((path) =>
      few(['cross-site', 'same-site', 'Cross-Site', 'anything']).map((site) =>
        get(`${dest} of ${path}, ${site}`, path, fetched(site, dest, 'no-cors')),
      ),
    ),
  )
  // A cached page shown raw is of our own origin: its pictures bring the cookie, and may ask for pictures alone.
  const fits = (dest: string, path: string): boolean =>
    dest === 'empty' || (dest === 'image' && /^\/blob\/|\/asset\//.test(path)) || (dest === 'iframe' && /^\/copy\/[^/]+\/$/.test(path))
  const fromInside = dests.flatMap((dest) =>
    paths
      .filter((path) => !fits(dest, path))
      .map((path) => get(`${dest} of ${path}, from a copy`, path, fetched('same-origin', dest, 'no-cors'))),
  )
  const byOrigin = origins(port).flatMap((origin) => [
    post(`a script of ${origin}`, { origin, 'content-type': 'application/json' }),
    ...few(types).map((type) => post(`a form of ${origin}, ${type}`, { origin, 'content-type': type })),
    ...few(paths).map((path) => get(`a request of ${origin} for ${path}`, path, { origin })),
    get(
      `a preflight of ${origin}`,
      deedCall,
      {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
        'access-control-request-private-network': 'true',
      },
      'OPTIONS',
    ),
    get(`a socket of ${origin}`, '/events', {
      origin,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    }),
  ])
  // An old browser says neither Origin nor Sec-Fetch-Site: only what a form cannot send counts then.
  const oldBrowser = types.flatMap((type) => [
    post(`a form of an old browser, ${type}`, { 'content-type': type }),
    post(`a form of an old browser, ${type}, as JSON with something before`, { 'content-type': type }, `${deed}=`),
  ])
  const clicked = { ...fetched('cross-site', 'document', 'navigate'), 'sec-fetch-user': '?1' }
  const navigations = [
    ...paths.map((path) => get(`a link to ${path}`, path, clicked)),
    get('a link with a wrong token', '/?token=wrong', clicked),
    get('a link with the token, in a frame', `/?token=${token}`, fetched('cross-site', 'iframe', 'navigate')),
    get('a form posted as a page', deedCall, { ...clicked, 'content-type': 'text/plain' }, 'POST'),
    ...paths.map((path) => get(`a deed asked for with GET, ${path}`, `${deedCall}?density=compact`, {})),
    get('a method asked for in a header', `${deedCall}?_method=POST`, { 'x-http-method-override': 'POST' }),
  ]
  return tryAll(served, 'other sites (CSRF, embedding)', [...embedded, ...fromInside, ...byOrigin, ...oldBrowser, ...navigations])
}
