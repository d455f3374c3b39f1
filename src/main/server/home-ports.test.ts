import { afterEach, expect, test } from 'vitest'
import { homePorts } from './home-ports.ts'
import { type TriedServer, tryServer } from './try-server.ts'

const open: TriedServer[] = []
const serve = async (options: Parameters<typeof tryServer>[0]) => {
  const server = await tryServer(options)
  open.push(server)
  return server
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

test('a library has ports of its own, the same ones every time', () => {
  const ports = homePorts('/home/ida/Carrel')
  expect(homePorts('/home/ida/Carrel')).toEqual(ports)
  expect(homePorts('/home/ida/Other')).not.toEqual(ports)
  for (const port of ports) {
    expect(port).toBeGreaterThanOrEqual(17_000)
    expect(port).toBeLessThan(32_000)
  }
})

test('the first that is free is taken, and any other when none of them is', async () => {
  const taken = await serve({})
  const free = await serve({})
  await free.close()
  const second = await serve({ homes: [taken.port, free.port] })
  expect(second.port).toBe(free.port)
  const elsewhere = await serve({ homes: [taken.port, free.port] })
  expect([taken.port, free.port]).not.toContain(elsewhere.port)
  expect((await elsewhere.call('item.list', '{}')).status).toBe(200)
})

test('a port that was asked for is that port or none', async () => {
  const taken = await serve({})
  await expect(tryServer({ port: taken.port, homes: [0] })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
