// Names that move: public when they are first asked for, inside at a later connection, or both at once. Typed links are tried as well:
// their own host may lead inside, but not after it led outside.
import { always, answer, article, pathOf, picture } from './answers.ts'
import type { Case, CaseMaker, Ending } from './case.ts'
import type { World } from './world.ts'

/** Names that are public when first asked, and private after. */
export const rebindingCases: CaseMaker = async (world) => {
  const group = 'rebinding'
  const cases: Case[] = []
  const closing = (body: string) => always(answer(body, { connection: 'close' }))
  const add = async (
    name: string,
    body: Parameters<World['host']>[1],
    ends: readonly Ending[],
    answers: (number: string) => readonly (readonly string[])[],
  ) => {
    for (const typed of [false, true]) {
      const host = `rebind-${cases.length}.example`
      const origin = await world.host(host, body)
      world.lead(host, answers(world.numberOf(host)))
      cases.push({ group, name: `${name}${typed ? ', typed' : ''}`, link: `${origin}/`, ends, typed })
    }
  }
  const withPictures = article('A page whose name moves', `${picture('/a.png')}${picture('/b.png')}${picture('/c.png')}`)
  const stored: readonly Ending[] = ['partial', 'complete']
  await add('pictures over new connections', closing(withPictures), stored, (number) => [[number], ['127.0.0.1']])
  await add('pictures over the same connection', always(answer(withPictures), 'stay'), stored, (number) => [[number], ['10.0.0.1']])
  await add('both answers at once', closing(withPictures), stored, (number) => [[number, '127.0.0.1']])
  await add('both answers, the inner one first', closing(withPictures), stored, (number) => [['::1', '192.168.1.1', number]])
  await add('to and fro', closing(withPictures), stored, (number) => [
    [number],
    ['169.254.169.254'],
    [number],
    ['::1'],
    [number],
    ['127.0.0.1'],
  ])
  await add('to the metadata of a cloud', closing(withPictures), stored, (number) => [[number], ['169.254.169.254']])
  await add('mapped into IPv6', closing(withPictures), stored, (number) => [[number], ['::ffff:127.0.0.1']])
  const again = (socket: Parameters<Parameters<World['host']>[1]>[0], head: string) => {
    socket.end(answer('', { location: `${pathOf(head)}x`, connection: 'close' }, '302 Found'))
  }
  await add('a redirect to itself', again, ['link.private'], (number) => [[number], ['127.0.0.1']])
  await add(
    'a reset, and inside at the second try',
    (socket) => socket.resetAndDestroy(),
    ['link.private'],
    (number) => [[number], ['192.168.0.1']],
  )
  await add('a short body, and inside at the second try', always(answer('x', { 'content-length': '9' })), ['link.private'], (number) => [
    [number],
    ['10.9.9.9'],
  ])
  await add(
    'a refresh to itself',
    closing('<title>x</title><meta http-equiv="refresh" content="0;url=/next">'),
    ['link.private'],
    (number) => [[number], ['127.0.0.1']],
  )
  return cases
}
