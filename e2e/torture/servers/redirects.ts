// Servers that send us round: loops, long chains, across schemes, to what is no page, with more cookies than anybody can carry. And certificates.
import { always, answer, article, byPath, pathOf } from './answers.ts'
import type { CaseMaker, Ending } from './case.ts'
import { early, expired, otherName, selfSigned } from './certificates.ts'
import { type Converse, goodCertificate } from './world.ts'

const redirects: readonly Ending[] = ['page.redirects']
const to = (location: string, status = '302 Found', more: Readonly<Record<string, string>> = {}) =>
  answer('', { location, ...more }, status)
const refresh = (target: string) =>
  answer(`<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url=${target}"><p>Moved.`)

const noPages = [
  'data:text/html,<h1>hello</h1>',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ftp://public.example/',
  'blob:http://public.example/1',
  'about:blank',
  'mailto:a@b.example',
  'carrel://save?url=x',
  'ws://public.example/',
  'view-source:http://public.example/',
  'chrome://settings',
  'gopher://public.example/',
  'JaVaScRiPt:alert(1)',
  '\tjavascript:alert(1)',
  'jar:http://public.example/!/',
  'filesystem:http://public.example/',
  'intent://x#Intent;end',
]

/** Circles and chains on one host, by path. */
const round: Readonly<Record<string, readonly [Uint8Array | Converse, readonly Ending[]]>> = {
  '/self': [to('/self'), redirects],
  '/pair-a': [to('/pair-b'), redirects],
  '/pair-b': [to('/pair-a', '301 Moved'), redirects],
  '/longer': [(socket, head) => socket.write(to(`${pathOf(head)}er`)), redirects],
  '/counting': [(socket, head) => socket.write(to(`/counting?n=${Number(pathOf(head).split('=')[1] ?? 0) + 1}`, '307 Again')), redirects],
  '/cookies': [(socket, head) => socket.write(to(pathOf(head), '302 Found', { 'set-cookie': `n=${Math.random()}` })), redirects],
  '/fat-cookies': [
    (socket, head) => socket.write(to(`${pathOf(head)}x`, '302 Found', { 'set-cookie': `c${pathOf(head).length}=${'x'.repeat(40_000)}` })),
    redirects,
  ],
  '/nowhere': [answer('', {}, '302 Found'), redirects],
  '/empty': [to(''), redirects],
  '/no-address': [to('http://[not an address'), redirects],
  '/two': [
    Buffer.from('HTTP/1.1 302 Found\r\nLocation: /self\r\nLocation: /pair-a\r\nContent-Length: 0\r\n\r\n'),
    [...redirects, 'page.gone'],
  ],
  '/far': [to(`/${'x'.repeat(50_000)}`), [...redirects, 'page.gone', 'page.garbled', 'page.unreachable']],
  '/split': [to('/good%0d%0aSet-Cookie:%20a=b'), ['page.gone']],
  '/ports': [to('http://round.example:25/'), ['link.unsupported']],
  '/user': [to('http://name:word@round.example/good'), ['complete']],
  '/letters': [to('/gr\xfc\xdfe'), ['page.gone']],
  '/refresh-self': [refresh('/refresh-self?again'), [...redirects, 'complete']],
  '/refresh-pair': [refresh('/refresh-pair-b'), redirects],
  '/refresh-pair-b': [refresh('/refresh-pair'), redirects],
  '/refresh-ever': [(socket, head) => socket.write(refresh(`${pathOf(head)}x`)), redirects],
  '/304': [answer('', { location: '/good' }, '304 Not Modified'), ['page.garbled']],
  '/good': [answer(article('A page after redirects')), ['complete']],
}

export const redirectCases: CaseMaker = async (world) => {
  const told = Object.fromEntries(Object.entries(round).map(([path, [what]]) => [path, what]))
  const chain: Converse = (socket, head, asked) => {
    const path = pathOf(head)
    const start = ['/longer', '/fat-cookies', '/refresh-ever', '/refresh-self'].find((one) => path.startsWith(one))
    byPath(start === undefined ? told : { '*': told[start] ?? answer('') })(socket, head, asked)
  }
  const origin = await world.host('round.example', chain)
  const insecure = await world.host('to-and-fro.secure.example', (socket, head) => socket.write(hop(head, 'https')))
  await world.host('to-and-fro.secure.example', (socket, head) => socket.write(hop(head, 'http')), { certificate: goodCertificate })
  const strange = await world.host('no-pages.example', (socket, head) => socket.write(to(noPages[Number(pathOf(head).slice(1))] ?? '/')))
  const refreshes = await world.host('no-refresh.example', (socket, head) =>
    socket.write(
      answer(article('A page that stays', '', `<meta http-equiv="refresh" content="0; url=${noPages[Number(pathOf(head).slice(1))]}">`)),
    ),
  )
  const group = 'redirects'
  return [
    ...Object.entries(round).map(([path, [, ends]]) => ({ group, name: path, link: `${origin}${path}`, ends })),
    ...[3, 8].map((n) => ({ group, name: `${n} hops across schemes`, link: `${insecure}/${n}`, ends: ['complete'] as const })),
    ...[11, 50].map((n) => ({ group, name: `${n} hops across schemes`, link: `${insecure}/${n}`, ends: redirects })),
    ...noPages.map((target, n) => ({ group, name: `to ${target}`, link: `${strange}/${n}`, ends: [...redirects, 'page.gone'] as const })),
    ...noPages.map((target, n) => ({
      group,
      name: `a meta refresh to ${target}`,
      link: `${refreshes}/${n}`,
      ends: ['complete', ...redirects, 'page.gone', 'page.unreachable'] as const,
    })),
  ]
}

/** `/5` sends on to `/4` in the other scheme, down to a page. */
function hop(head: string, scheme: string): Buffer {
  const left = Number(pathOf(head).slice(1))
  return left === 0 ? answer(article('A page at the end of a chain')) : to(`${scheme}://to-and-fro.secure.example/${left - 1}`, '301 Moved')
}

export const certificateCases: CaseMaker = async (world) => {
  const group = 'certificates'
  const page = always(answer(article('A page behind a certificate')))
  const made = Object.entries({ 'self-signed': selfSigned, expired, 'not yet valid': early, 'for another name': otherName }).map(
    async ([name, certificate], n) => {
      const origin = await world.host(`badly-${n}.secure.example`, page, { certificate })
      return { group, name, link: `${origin}/`, ends: ['page.insecure'] as const }
    },
  )
  const good = await world.host('well.secure.example', page, { certificate: goodCertificate })
  const wrong = await world.host('well.insecure.example', page, { certificate: goodCertificate })
  const leads = await world.host('to-bad.example', always(to('https://badly-0.secure.example/')))
  return [
    ...(await Promise.all(made)),
    { group, name: 'a good one', link: `${good}/`, ends: ['complete'] },
    { group, name: 'a good one of a stranger', link: `${wrong}/`, ends: ['page.insecure'] },
    { group, name: 'a redirect to a bad one', link: `${leads}/`, ends: ['page.insecure'] },
  ]
}
