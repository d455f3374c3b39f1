// Behind a proxy, which looks names up itself: nothing inside is ever asked of it, whatever NO_PROXY says, and a hostile one is only unreachable.
import type { Socket } from 'node:net'
import type { Length } from '../attack.ts'
import { answer, article, pathOf, picture, png, pour } from './answers.ts'
import type { Case } from './case.ts'
import { innerAddresses } from './inside.ts'
import type { Converse, World } from './world.ts'

export type ProxyWorld = {
  readonly cases: readonly Case[]
  /** `host:port` of the proxy. */
  readonly proxy: string
  /** Inner places that the proxy was asked for. */
  asked(): readonly string[]
}

/** A proxy that answers for every host itself, and remembers what it was asked. */
export async function openProxy(world: World, length: Length): Promise<ProxyWorld> {
  const asked: string[] = []
  const hostile = (socket: Socket, target: string): boolean => {
    if (target.includes('silent.')) return true
    if (target.includes('garbage.')) return socket.write('SSH-2.0-OpenSSH\r\n') || true
    if (target.includes('endless.')) {
      pour('HTTP/1.1 200 OK\r\nX-Much: ', 'x'.repeat(65_536))(socket, '', 1)
      return true
    }
    if (target.includes('denied.')) return socket.write('HTTP/1.1 407 Proxy\r\nContent-Length: 0\r\n\r\n') || true
    return false
  }
  const say = (socket: Socket, target: string): boolean => {
    if (/\.png$/.test(target)) return socket.write(png)
    const at = /leads\.example\/(\d+)/.exec(target)?.[1]
    if (at !== undefined) {
      const location = innerAddresses[Number(at)]?.replace(/[\t\n]/g, '') ?? ''
      return socket.write(answer('', { location: Buffer.from(location).toString('latin1') }, '302 Found'))
    }
    const pictures = target.includes('pictures.') ? innerAddresses.slice(0, 60).map(picture).join('') : picture('/a.png')
    return socket.write(answer(article('A page through the proxy', pictures)))
  }
  const converse: Converse = (socket, head) => {
    const [method = '', target = ''] = head.split(' ')
    asked.push(target)
    if (hostile(socket, target)) return
    if (method === 'CONNECT') return socket.end('HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n')
    say(socket, target)
  }
  // The same hosts stand behind no proxy as well, for whom NO_PROXY spares it.
  for (const host of ['plain.example', 'pictures.example', 'leads.example']) {
    await world.host(host, (socket, head) => say(socket, `http://${host}${pathOf(head)}`))
  }
  const port = await world.inner(converse, true)
  world.lead('inner-name.example', [['10.0.0.9']])
  const group = 'behind a proxy'
  const one = (name: string, link: string, ends: Case['ends']): Case => ({ group, name, link, ends })
  const refused: Case['ends'] = ['link.private', 'link.invalid', 'link.unsupported', 'page.redirects', 'page.gone']
  return {
    proxy: `127.0.0.1:${port}`,
    asked: () => asked.filter((target) => !/^(?:http:\/\/)?[a-z-]+\.(?:example|public\.example)[:/]/.test(target)),
    cases: [
      one('a good page', 'http://plain.example/', ['complete']),
      one('a page of inner pictures', 'http://pictures.example/', ['partial', 'complete']),
      one('a name that leads inside', 'http://inner-name.example/', ['link.private']),
      one('a proxy that is silent', 'http://silent.example/', ['page.timeout']),
      one('a proxy that is silent, secure', 'https://silent.example/', ['page.timeout', 'page.unreachable']),
      one('a proxy of rubbish', 'http://garbage.example/', ['page.garbled', 'page.unreachable']),
      one('a proxy of rubbish, secure', 'https://garbage.example/', ['page.garbled', 'page.unreachable', 'page.timeout']),
      one('a proxy without end', 'http://endless.example/', ['page.garbled', 'page.timeout']),
      one('a proxy without end, secure', 'https://endless.example/', ['page.garbled', 'page.unreachable', 'page.timeout']),
      one('a proxy that denies', 'http://denied.example/', ['page.unreachable']),
      one('a proxy that denies, secure', 'https://denied.example/', ['page.unreachable']),
      ...innerAddresses
        .map((address, n) => one(`a redirect to ${JSON.stringify(address)}`, `http://leads.example/${n}`, refused))
        .filter((_case, n) => length === 'full' || n % 4 === 0),
    ],
  }
}

/** What NO_PROXY may say; with each, the inner addresses stay refused. */
export const sparing = [
  ...['*', 'example', '.example', '127.0.0.1,localhost', '10.0.0.0/8,::1', 'leads.example,10.0.0.9'],
  // Forms that one program or another understands: with a star, a port, a dot behind, in capitals, with spaces, in brackets, by masks; and none.
  ...[
    '*.example',
    'plain.example:80,leads.example:443',
    'plain.example.,LEADS.EXAMPLE',
    ' plain.example , leads.example ,',
    'plain.example leads.example',
  ],
  ...[
    '[::1],[fc00::]/7,fe80::/10',
    '0.0.0.0/0,::/0',
    '169.254.169.254,169.254.*,2130706433,0x7f000001',
    'inner-name.example',
    ',,,',
    '<local>',
  ],
]
