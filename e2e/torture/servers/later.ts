// What is asked only after a page was lost: the web archive, its answer and its pages, hostile like any other server.
import { answer, article, byPath, head, picture, png, pour, silence } from './answers.ts'
import type { Case } from './case.ts'
import { type Converse, goodCertificate, type World } from './world.ts'

const stamp = '20240102030405'
const found = (more: Readonly<Record<string, unknown>> = {}) =>
  answer(JSON.stringify({ archived_snapshots: { closest: { available: true, timestamp: stamp, ...more } } }), {
    'content-type': 'application/json',
  })

type Lost = {
  readonly name: string
  readonly says: Converse | Uint8Array
  readonly page?: Converse | Uint8Array
  readonly ends: Case['ends']
}

const lost: readonly Lost[] = [
  {
    name: 'a good copy',
    says: found(),
    page: answer(article('A page from the archive', picture('/gone.png'))),
    ends: ['complete', 'partial'],
  },
  { name: 'no copy', says: answer('{"archived_snapshots": {}}', { 'content-type': 'application/json' }), ends: ['archive.none'] },
  { name: 'silence', says: silence, ends: ['page.timeout'] },
  { name: 'an answer without end', says: pour(head(), Buffer.alloc(65_536, ' ')), ends: ['page.too-large'] },
  { name: 'rubbish', says: answer('<html>'), ends: ['archive.none'] },
  { name: 'a day that leads elsewhere', says: found({ timestamp: '../../127.0.0.1/' }), ends: ['archive.none'] },
  { name: 'a redirect inside', says: answer('', { location: 'http://127.0.0.1/' }, '302 Found'), ends: ['link.private'] },
  {
    name: 'a copy that redirects inside',
    says: found(),
    page: answer('', { location: 'http://[::1]/' }, '302 Found'),
    ends: ['link.private'],
  },
  { name: 'a copy without end', says: found(), page: pour(head(), Buffer.alloc(65_536, '<p>x</p>')), ends: ['page.too-large'] },
  { name: 'a copy that never comes', says: found(), page: silence, ends: ['page.timeout'] },
  {
    name: 'a copy with inner pictures, which the archive has',
    says: found(),
    page: answer(article('A page from the archive', picture('http://127.0.0.1/a.png'))),
    ends: ['complete'],
  },
]

/** Links to pages that are gone; `ends` is how fetching each from the archive must end. */
export async function lostPages(world: World): Promise<readonly Case[]> {
  const gone = await world.host('gone.example', byPath({}))
  const numberIn = (text: string) => Number(/gone\.example(?:\/|%2F)(\d+)/i.exec(text)?.[1] ?? -1)
  const say: Converse = (socket, request, asked) => byPath({ '*': lost[numberIn(request)]?.says ?? silence })(socket, request, asked)
  const show: Converse = (socket, request, asked) =>
    byPath({ '*': request.includes('im_/') ? png : (lost[numberIn(request)]?.page ?? answer('', {}, '404 Not Found')) })(
      socket,
      request,
      asked,
    )
  await world.host('archive.org', say, { certificate: goodCertificate })
  await world.host('web.archive.org', show, { certificate: goodCertificate })
  return lost.map(({ name, ends }, n) => ({ group: 'web archive', name, link: `${gone}/${n}`, ends }))
}
