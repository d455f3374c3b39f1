import { createServer } from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { makeRoom } from './make-room.ts'

it('lets the strangers go that have waited longest, and nobody who is known', async () => {
  const arrived: Socket[] = []
  const server = createServer()
  const isKnown = makeRoom(server, { most: 3, grace: 0, turns: 0 })
  server.on('connection', (socket) => arrived.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const connect = () =>
    new Promise<void>((resolve) => {
      const count = arrived.length
      net.connect(port, '127.0.0.1').on('error', () => undefined)
      const look = (): void => void (arrived.length > count ? resolve() : setImmediate(look))
      look()
    })

  await connect()
  await connect()
  const [first] = arrived
  if (first === undefined) throw new Error('nobody came')
  isKnown(first)
  for (let n = 0; n < 3; n++) await connect()
  expect(arrived.map(({ destroyed }) => destroyed)).toEqual([false, true, false, false, false])
  server.closeAllConnections()
  server.close()
})

it('lets nobody go to whom it has not listened yet', async () => {
  const arrived: Socket[] = []
  const server = createServer()
  makeRoom(server, { most: 1, grace: 0, turns: 2 })
  const come = (): void => {
    const socket = new net.Socket()
    arrived.push(socket)
    server.emit('connection', socket)
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  for (let n = 0; n < 3; n++) come()
  await turn()
  come()
  expect(arrived.some(({ destroyed }) => destroyed)).toBe(false)
  await turn()
  come()
  expect(arrived.map(({ destroyed }) => destroyed)).toEqual([true, true, true, false, false])
})

it('gives everybody a moment to speak, however many push', async () => {
  const server = createServer((_request, response) => void response.end('heard'))
  makeRoom(server, { most: 3, grace: 60_000, turns: 0 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const pushing = Array.from({ length: 20 }, () => net.connect(port, '127.0.0.1').on('error', () => undefined))
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('heard')
  for (const socket of pushing) socket.destroy()
  server.closeAllConnections()
  server.close()
})
