// Patience and numbers as weapons: headers and bodies a letter at a time, answers nobody reads, streams nobody hears, a thousand at once.
import net, { type Socket } from 'node:net'
import type { Given, Outcome } from '../attack.ts'
import { theOwner } from './case.ts'
import type { Served } from './served.ts'
import { request, speak } from './speak.ts'

/** The most event streams the door keeps (src/main/server/event-stream.ts). */
const mostStreams = 64

/** Slow senders and deaf hearers stand at the door together while the owner is served. */
export async function slowly(given: Given, served: Served): Promise<Outcome> {
  const { port, token, blob } = served
  const host = `127.0.0.1:${port}`
  const auth = { host, authorization: `Bearer ${token}` }
  const each = given.length === 'full' ? 60 : 15
  const broken: string[] = []
  const crowd = openCrowd(port)
  for (let n = 0; n < each; n++) {
    crowd.add(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: `, 'a')
    crowd.add('', '\r\n')
    crowd.add(request('POST /call/settings.change', { ...auth, 'content-type': 'application/json', 'content-length': '1000' }, '{'), ' ')
    crowd.add(
      request('POST /call/settings.change', { ...auth, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }),
      '1\r\n \r\n',
    )
    // Asks again and again and reads nothing.
    crowd.add(request(`GET /blob/${blob}`, auth).repeat(20), request(`GET /blob/${blob}`, auth))
    crowd.add(request('GET /events', auth), '')
  }
  await crowd.dribble(given.length === 'full' ? 13_000 : 1_000)
  broken.push(...(await theOwner(served)))
  if (given.length === 'full') {
    // Whoever has not sent its headers within ten seconds is gone; so is the one that sends lines alone.
    const late = crowd.waiting((first) => first === '' || first.endsWith('X: '))
    if (late > 0) broken.push(`${late} that never finished their headers are still there`)
  }
  crowd.close()

  const streams: Socket[] = []
  for (let n = 0; n < mostStreams + 20; n++) streams.push(await opened(port, request('GET /events', auth)))
  const [oneMore] = (await speak(port, [request('GET /events', { ...auth, connection: 'close' })], { quietMs: 1_000 })).statuses
  if (oneMore !== 503) broken.push(`one stream more than ${mostStreams} was answered ${oneMore}`)
  broken.push(...(await theOwner(served)))
  for (const socket of streams) socket.destroy()
  // A tab that closes makes room for the next.
  let again = 503
  for (let tries = 0; tries < 20 && again === 503; tries++) {
    ;[again = 0] = (await speak(port, [request('GET /events', auth)], { quietMs: 300 })).statuses
  }
  if (again !== 200) broken.push(`after all streams had closed, one was answered ${again}`)
  return { name: 'slow senders, deaf hearers, too many streams', cases: each * 6 + mostStreams + 22, broken }
}

/** A thousand silent connections, held and made again as soon as they are let go; the owner comes by connections of its own. */
export async function inGreatNumbers(given: Given, served: Served): Promise<Outcome> {
  const broken: string[] = []
  const crowd = openCrowd(served.port)
  for (let n = 0; n < 1_000; n++)
    crowd.add(n % 3 === 0 ? '' : n % 3 === 1 ? 'GET / HT' : `GET / HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\n\r\n`, '', true)
  let answered = 0
  const whyNot = new Set<string>()
  const rounds = given.length === 'full' ? 200 : 20
  for (let round = 0; round < rounds; round++) {
    const why = await theOwner(served)
    if (why.length === 0) answered++
    for (const one of why) whyNot.add(one)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const made = crowd.made()
  crowd.close()
  if (answered < rounds) broken.push(`the owner was answered ${answered} times of ${rounds}: ${[...whyNot].join('; ')}`)

  const head = {
    host: `127.0.0.1:${served.port}`,
    authorization: `Bearer ${served.token}`,
    connection: 'close',
    'content-type': 'application/json',
    'content-length': '2',
  }
  const all = await Promise.all(
    Array.from({ length: 1_000 }, () => speak(served.port, [request('POST /call/settings.get', head, '{}')], { quietMs: 30_000 })),
  )
  const good = all.filter(({ statuses }) => statuses[0] === 200).length
  if (good < 1_000) broken.push(`of 1,000 calls of the owner at once ${good} were answered`)
  return {
    name: '1,000 connections at once',
    cases: made + rounds + 1_000,
    broken,
    figure: `owner answered ${answered} of ${rounds} among ${made} strangers`,
  }
}

type Crowd = {
  /** Connects, says `first`, and then `more` whenever the crowd dribbles; `again`: comes back when it is let go. */
  add(first: string, more: string, again?: boolean): void
  dribble(forMs: number): Promise<void>
  waiting(of: (first: string) => boolean): number
  /** How many connections were begun. */
  made(): number
  close(): void
}

function openCrowd(port: number): Crowd {
  const members = new Map<Socket, { readonly first: string; readonly more: string }>()
  let closed = false
  let made = 0
  const add = (first: string, more: string, again = false): void => {
    if (closed) return
    made++
    const socket = net.connect(port, '127.0.0.1', () => socket.write(first, 'latin1'))
    // What comes back is left where it is, but an end is noticed.
    socket.once('data', () => socket.pause())
    socket.on('error', () => undefined)
    socket.on('close', () => {
      members.delete(socket)
      if (again) setTimeout(() => add(first, more, true), 100)
    })
    members.set(socket, { first, more })
  }
  return {
    add,
    async dribble(forMs) {
      for (let spent = 0; spent < forMs; spent += 250) {
        for (const [socket, { more }] of members) if (more !== '' && !socket.destroyed) socket.write(more, 'latin1')
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    },
    waiting: (of) => [...members.values()].filter(({ first }) => of(first)).length,
    made: () => made,
    close() {
      closed = true
      for (const socket of members.keys()) socket.destroy()
    },
  }
}

/** A stream that is opened and never read any further. */
function opened(port: number, text: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    socket.once('data', () => {
      socket.pause()
      resolve(socket)
    })
    socket.on('error', () => undefined)
  })
}
