import { describe, expect, test } from 'vitest'
import { judgeTyped } from './inner-names.ts'
import { ask, failureOf, openTestNetwork, serve, textOf } from './loopback-server.ts'

const outside = [{ address: '93.184.215.14' }]
const inside = [{ address: '192.168.1.1' }]
const hour = 60 * 60_000

describe('a name the reader typed', () => {
  test('may lead inside when it always did', () => {
    const judge = judgeTyped({ now: () => 0 })
    expect(judge('wiki.example.org', inside)).toEqual(inside)
    expect(judge('wiki.example.org', inside)).toEqual(inside)
  })

  test('that led outside stays there for an hour, and others are not touched by it', () => {
    let now = 0
    const judge = judgeTyped({ now: () => now })
    expect(judge('moves.example', outside)).toEqual(outside)
    now = hour - 1
    expect(() => judge('moves.example', inside)).toThrow(expect.objectContaining({ code: 'link.private' }))
    expect(judge('wiki.example.org', inside)).toEqual(inside)
    now = hour
    expect(judge('moves.example', inside)).toEqual(inside)
  })

  test('that leads both ways leads outside', () => {
    expect(judgeTyped({ now: () => 0 })('both.example', [...inside, ...outside])).toEqual(outside)
  })

  test.each(['127.0.0.1', 'localhost', 'nas.lan', 'router'])('%s is inside by its spelling, and may be', (host) => {
    expect(judgeTyped({ now: () => 0 })(host, [{ address: '127.0.0.1' }])).toHaveLength(1)
  })

  test('cannot turn inwards between the page and its pictures', async () => {
    const server = await serve((_request, response) => response.end('inside'))
    // 93.184.216.34 stands for a public number that is not reached: nothing listens there for a test.
    const answers = [[{ address: '93.184.216.34' }], [{ address: '127.0.0.1' }]]
    let asked = 0
    const network = openTestNetwork({ resolver: async () => answers[asked++] ?? [], limits: { tries: 2 } })
    const link = `http://moves.example:${server.port}/`
    await failureOf(ask(network, link, { purpose: 'asset' }))
    expect(await failureOf(ask(network, link, { purpose: 'asset' }))).toEqual(expect.objectContaining({ code: 'link.private' }))
    expect(server.hits).toEqual([])
    const other = openTestNetwork({ resolver: async () => [{ address: '127.0.0.1' }] })
    expect(textOf(await ask(other, link))).toBe('inside')
  })
})
