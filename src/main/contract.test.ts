// The contract through every door: one list of cases, run in process, over HTTP, and over a pretend IPC port.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type CallName, calls } from '../shared/contract.ts'
import { callChannel, openIpc } from './desktop/ipc.ts'
import { windowAddress } from './desktop/own-address.ts'
import { openServer } from './server/loopback.ts'
import { type LocalSite, openLocalSite } from './testing/local-site.ts'
import { openTemporaryCore, type TemporaryCore } from './testing/temporary-core.ts'

type Call = (name: string, input: unknown) => Promise<Answer>
type Case = { readonly name: string; readonly call: string; readonly input: () => unknown; readonly expect: object }

const unknownItem = '0'.repeat(32)
let library: TemporaryCore
let site: LocalSite
let savedId = ''
const closers: (() => Promise<void> | void)[] = []

/** Every case answers a value or a failure; none throws, through no door. */
const cases: readonly Case[] = [
  { name: 'a list of the inbox', call: 'item.list', input: () => ({ place: 'inbox' }), expect: { ok: true, value: { total: 1 } } },
  { name: 'defaults filled in', call: 'item.list', input: () => ({}), expect: { ok: true, value: { total: 1 } } },
  {
    name: 'an item with its report',
    call: 'item.get',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { item: { state: 'complete', kind: 'article' } } },
  },
  {
    name: 'an item to open',
    call: 'item.open',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { framePath: expect.stringMatching(/^\/copy\/[0-9a-f]{32}\/$/) } },
  },
  {
    name: 'its text',
    call: 'item.read',
    input: () => ({ id: savedId, as: 'text' }),
    expect: { ok: true, value: { content: expect.stringContaining('ring') } },
  },
  {
    name: 'a search',
    call: 'search.find',
    input: () => ({ words: 'ring' }),
    expect: { ok: true, value: { hits: [{ id: expect.any(String) }] } },
  },
  { name: 'counts', call: 'item.counts', input: () => ({}), expect: { ok: true, value: { places: { inbox: 1, trash: 0 } } } },
  { name: 'settings', call: 'settings.get', input: () => ({}), expect: { ok: true, value: { theme: 'system' } } },
  {
    name: 'a preview of a pasted text',
    call: 'item.preview',
    input: () => ({ text: 'see https://youtu.be/dQw4w9WgXcQ?t=34m5s' }),
    expect: { ok: true, value: { links: [{ kind: 'talk', startSeconds: 2045 }] } },
  },
  {
    name: 'an unknown item',
    call: 'item.get',
    input: () => ({ id: unknownItem }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
  },
  { name: 'an unknown call', call: 'item.explode', input: () => ({}), expect: { ok: false, failure: { code: 'call.unknown' } } },
  {
    name: 'a call named like something every object has',
    call: 'constructor',
    input: () => ({}),
    expect: { ok: false, failure: { code: 'call.unknown' } },
  },
  {
    name: 'an input of the wrong shape',
    call: 'item.get',
    input: () => ({ id: 7 }),
    expect: { ok: false, failure: { code: 'input.invalid', facts: { where: 'id' } } },
  },
  {
    name: 'an input with something extra',
    call: 'item.counts',
    input: () => ({ drop: 'tables' }),
    expect: { ok: false, failure: { code: 'input.invalid' } },
  },
  { name: 'no input at all', call: 'item.list', input: () => null, expect: { ok: false, failure: { code: 'input.invalid' } } },
  {
    name: 'a private link nobody typed',
    call: 'item.save',
    input: () => ({ links: ['http://127.0.0.1:9/x'] }),
    expect: { ok: true, value: { results: [{ ok: false, failure: { code: 'link.private' } }] } },
  },
]

beforeAll(async () => {
  site = await openLocalSite()
  library = await openTemporaryCore()
  const { results } = await library.call('item.save', { links: [`${site.url}/blog/small-structures-1-ring-buffer/`], typed: true })
  await library.core.settled()
  const [first] = results
  if (!first?.ok) throw new Error('the first part could not be saved')
  savedId = first.item.id
}, 60_000)

afterAll(async () => {
  for (const close of closers) await close()
  await library.remove()
  await site.close()
})

describe.each<[string, () => Promise<Call>]>([
  ['in process', async () => (name, input) => library.core.call(name, input)],
  ['over HTTP', overHttp],
  ['over a pretend IPC port', async () => overIpc()],
])('%s', (_door, open) => {
  let call: Call
  beforeAll(async () => {
    call = await open()
  })

  test.each(cases)('$name', async ({ call: name, input, expect: expected }) => {
    const answered = await call(name, input())
    expect(answered).toMatchObject(expected)
    if (answered.ok) expect(() => calls[name as CallName].output.parse(answered.value)).not.toThrow()
  })
})

async function overHttp(): Promise<Call> {
  const server = await openServer({ core: library.core })
  closers.push(() => server.close())
  const { origin, searchParams } = new URL(server.url)
  return async (name, input) => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${searchParams.get('token')}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return (await response.json()) as Answer
  }
}

/** Values are cloned both ways, as between processes. */
function overIpc(): Call {
  const contents = { send: () => undefined }
  let answerIt: ((event: unknown, name: unknown, input: unknown) => unknown) | undefined
  const ipcMain = {
    handle: (channel: string, listener: typeof answerIt) => {
      if (channel === callChannel) answerIt = listener
    },
    removeHandler: () => undefined,
  }
  closers.push(openIpc({ ipcMain, core: library.core, ours: () => [contents] } as unknown as Parameters<typeof openIpc>[0]))
  const event = { sender: contents, senderFrame: { parent: null, url: windowAddress } }
  return async (name, input) => structuredClone(await answerIt?.(event, name, structuredClone(input))) as Answer
}
