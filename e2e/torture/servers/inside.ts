// Ways into the private network: every spelling of an inner address, as link, redirect, refresh and picture; names that lead inside,
// at once or later. Whether one of them was followed is told by the core's sockets (wires.ts), not by its answers.
import { answer, article, byPath, pathOf, picture } from './answers.ts'
import type { Case, CaseMaker, Ending } from './case.ts'
import type { World } from './world.ts'

const refused: readonly Ending[] = ['link.private', 'link.invalid', 'link.unsupported']

export const innerAddresses: readonly string[] = [
  'http://127.0.0.1/',
  'http://127.0.0.1:80/',
  'https://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0X7F.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://00000177.0.0.1/',
  'http://127.0.0.1./',
  'http://127.0.0.0x1/',
  'http://１２７.0.0.1/',
  'http://127。0。0。1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127｡0｡0｡1/',
  'http://%31%32%37.0.0.1/',
  'http://127%2e0%2e0%2e1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://0x0/',
  'http://00/',
  'http://10.0.0.1/',
  'http://10.1/',
  'http://167772161/',
  'http://012.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.254/',
  'http://192.168.0.1/',
  'http://192.168.1/',
  'http://3232235777/',
  'http://100.64.0.1/',
  'http://100.127.255.254/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://198.18.0.1/',
  'http://192.0.0.1/',
  'http://192.0.2.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:FFFF:127.0.0.1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a00:1]/',
  'http://[64:ff9b:1::8.8.8.8]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:c0a8:101::1]/',
  'http://[2002:a9fe:a9fe::]/',
  'http://[2001::1]/',
  'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  'http://[2001:db8::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[fe80::1%25lo]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[100::1]/',
  'http://[3fff::1]/',
  'http://[5f00::1]/',
  'http://[64:ff9b::0.0.0.0]/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://LocalHost./',
  'http://localhost../',
  'http://ｌｏｃａｌｈｏｓｔ/',
  'http://app.localhost/',
  'http://loc%61lhost/',
  'http://printer.local/',
  'http://db.internal/',
  'http://metadata.google.internal/',
  'http://metadata/',
  'http://instance-data.ec2.internal/',
  'http://kubernetes.default.svc.cluster.local/',
  'http://host.docker.internal/',
  'http://router.lan/',
  'http://fritz.home.arpa/',
  'http://nas/',
  'http://intranet/',
  'http://public.example@127.0.0.1/',
  'http://public.example:80@127.0.0.1/',
  'http://public.example%2f@127.0.0.1/',
  'http:\\\\127.0.0.1\\',
  'http:/127.0.0.1/',
  'http:127.0.0.1/',
  'http:////127.0.0.1/',
  'HTTP://127.0.0.1/',
  'http://127.0.0.1#@public.example/',
  'http://127.0.0.1?@public.example/',
  'http://\t127.0.0.1/',
  'http://127.0.0.\n1/',
  'http://127.0.0.1\\@public.example/',
]

const innerNumbers = [
  '127.0.0.1',
  '127.8.8.8',
  '10.0.0.7',
  '172.20.0.1',
  '192.168.1.1',
  '100.64.1.1',
  '169.254.169.254',
  '224.0.0.5',
  '255.255.255.255',
  '192.0.2.4',
  '::1',
  'fe80::1',
  'fc00::7',
  'fd00:ec2::254',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '::',
  '0.0.0.0',
]

const attribute = (address: string) =>
  address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')

export const innerCases: CaseMaker = async (world, { length }) => {
  // A relay: an open reader of addresses is what this attack wants us to be; whatever it asks for is sent on to the n-th address.
  const at = (head: string) => innerAddresses[Number(pathOf(head).slice(1))] ?? ''
  const relay = await world.host('relay.example', (socket, head) => {
    const location = Buffer.from(at(head).replace(/[\t\n]/g, ''), 'utf8').toString('latin1')
    socket.write(answer('', { location }, '302 Found'))
  })
  const refresh = await world.host('refresh.example', (socket, head) => {
    socket.write(answer(`<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0;url='${attribute(at(head))}'"><p>Moved.`))
  })
  const pictures = innerAddresses.map((address) => picture(attribute(address))).join('')
  const relayed = innerAddresses.map((_address, n) => picture(`http://relay.example/${n}`)).join('')
  const head = `<base href="http://127.0.0.1/"><link rel="canonical" href="http://127.0.0.1/canonical"><link rel="icon" href="http://169.254.169.254/icon.png"><link rel="amphtml" href="http://10.0.0.1/amp"><link rel="next" href="http://10.0.0.1/2"><link rel="alternate" type="application/json+oembed" href="http://127.0.0.1/oembed"><meta property="og:image" content="http://[::1]/og.png"><meta property="og:video" content="http://127.0.0.1/v.mp4"><link rel="preload" as="image" href="http://127.0.0.1/p.png">`
  const srcsets = innerAddresses
    .slice(0, 30)
    .map(
      (address) =>
        `<p><picture><source srcset="${attribute(address)} 2x"><img src="/one.png" srcset="${attribute(address)} 3x" data-src="${attribute(address)}" alt="one"></picture></p>`,
    )
    .join('')
  const page = await world.host(
    'inside.example',
    byPath({
      '/pictures': answer(article('A page of inner pictures', pictures)),
      '/relayed': answer(article('A page of relayed pictures', relayed)),
      '/srcset': answer(article('A page of many sources', srcsets)),
      '/head': answer(article('A page with a hostile head', picture('relative.png'), head)),
      '/video': answer(
        article(
          'A page with films',
          `<video src="http://127.0.0.1/a.mp4" poster="http://127.0.0.1/poster.png"></video><audio src="http://127.0.0.1/a.mp3"></audio><iframe src="http://127.0.0.1/frame"></iframe><object data="http://127.0.0.1/o"></object><embed src="http://127.0.0.1/e">`,
        ),
      ),
    }),
  )
  // In short, every fourth is also led to; each is refused as a link of its own.
  const led = (n: number) => length === 'full' || n % 4 === 0
  const spelled = innerAddresses.flatMap((address, n): readonly Case[] => {
    const name = JSON.stringify(address)
    const link: Case = { group: 'inside: by link', name, link: address, ends: refused }
    if (!led(n)) return [link]
    const byRedirect: readonly Ending[] = [...refused, 'page.redirects', 'page.gone']
    const byRefresh: readonly Ending[] = [...byRedirect, 'page.unreachable', 'page.no-article', 'partial', 'complete']
    return [
      link,
      { group: 'inside: by redirect', name, link: `${relay}/${n}`, ends: byRedirect },
      { group: 'inside: by refresh', name, link: `${refresh}/${n}`, ends: byRefresh },
    ]
  })
  const inPages = ['/pictures', '/relayed', '/srcset', '/head', '/video'].map(
    (path): Case => ({ group: 'inside: by picture', name: path, link: `${page}${path}`, ends: ['partial', 'complete'] }),
  )
  return [...spelled, ...inPages, ...namesInside(world)]
}

function namesInside(world: World): readonly Case[] {
  return innerNumbers.map((number, n) => {
    world.lead(`inward-${n}.example`, [[number]])
    return { group: 'inside: by name', name: number, link: `http://inward-${n}.example/`, ends: ['link.private', 'page.unreachable'] }
  })
}
