// The contract through every door: one list of cases, run in process, over HTTP, and over a pretend IPC port.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type CallName, calls } from '../shared/contract.ts'
import { CopyId } from '../shared/item.ts'
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
let savedCopy = ''
let savedText = ''
let marked = ''
/** The anchor of the n-th word of the saved text, with what is to be wrong about it. */
const wordAt = (n: number, wrong: object = {}) => {
  const [word, start] = [...savedText.matchAll(/\S+/g)].map((match) => [match[0], match.index] as const)[n] ?? ['', 0]
  return { exact: word, prefix: '', suffix: '', start, end: start + word.length, normaliserVersion: 1, heading: null, ...wrong }
}
const misplaced = (reason: string) => ({ ok: false, failure: { code: 'highlight.misplaced', facts: { reason } } })
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
  {
    name: 'a search with filters and without words',
    call: 'search.find',
    input: () => ({ words: 'kind:article -is:trash site:127.0.0.1' }),
    expect: { ok: true, value: { total: 1, hits: [{ id: expect.any(String) }] } },
  },
  {
    name: 'a list narrowed by a query',
    call: 'item.list',
    input: () => ({ query: 'kind:talk' }),
    expect: { ok: true, value: { total: 0 } },
  },
  { name: 'tagging', call: 'item.tag', input: () => ({ ids: [savedId], add: ['Desk'] }), expect: { ok: true } },
  { name: 'tags', call: 'tag.list', input: () => ({}), expect: { ok: true, value: { tags: [{ tag: 'desk', items: 1 }] } } },
  { name: 'a tag of nothing renamed', call: 'tag.rename', input: () => ({ from: 'x', to: 'y' }), expect: { ok: true, value: { done: 0 } } },
  { name: 'a tag of nothing removed', call: 'tag.remove', input: () => ({ tag: 'x' }), expect: { ok: true, value: { done: 0 } } },
  { name: 'series', call: 'series.list', input: () => ({}), expect: { ok: true, value: { series: [] } } },
  {
    name: 'a series nobody looked for',
    call: 'series.known',
    input: () => ({ key: 'x' }),
    expect: { ok: true, value: { lookedAt: null } },
  },
  {
    name: 'a look for a series that is not here',
    call: 'series.look',
    input: () => ({ key: 'x' }),
    expect: { ok: false, failure: { code: 'series.unknown' } },
  },
  {
    name: 'parts of a series that is not here',
    call: 'series.take',
    input: () => ({ key: 'x', urls: ['https://nobody.test/1'] }),
    expect: { ok: false, failure: { code: 'series.unknown' } },
  },
  {
    name: 'a text as a list',
    call: 'list.preview',
    input: () => ({ text: 'Read https://nobody.test/one and https://nobody.test/t...' }),
    expect: {
      ok: true,
      value: {
        items: [
          { url: 'https://nobody.test/one', already: null },
          { url: null, truncated: true },
        ],
      },
    },
  },
  {
    name: 'cut links completed from a private page nobody vouches for',
    call: 'list.complete',
    input: () => ({
      items: [{ key: 'a', urlPrefix: 'https://nobody.test/t', title: null, partNumber: 2, resolveVia: 'http://127.0.0.1:9/' }],
      // No item of Hacker News, so nobody is asked there.
      address: 'https://news.ycombinator.com/newest?id=1',
    }),
    expect: { ok: true, value: { completions: [{ key: 'a', url: null, failure: { code: 'link.private' } }] } },
  },
  {
    name: 'a list of what is not there',
    call: 'list.get',
    input: () => ({ id: unknownItem }),
    expect: { ok: false, failure: { code: 'list.unknown' } },
  },
  {
    name: 'a list without a name',
    call: 'list.make',
    input: () => ({ title: ' ' }),
    expect: { ok: false, failure: { code: 'input.invalid' } },
  },
  { name: 'reading lists', call: 'list.list', input: () => ({}), expect: { ok: true, value: { lists: [] } } },
  { name: 'the lists of an item', call: 'list.ofItem', input: () => ({ id: savedId }), expect: { ok: true, value: { lists: [] } } },
  {
    name: 'finding what is found',
    call: 'item.fill',
    input: () => ({ id: savedId, link: 'https://nobody.test/' }),
    expect: { ok: false, failure: { code: 'item.found' } },
  },
  {
    name: 'what belongs to a talk',
    call: 'talk.get',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { transcripts: [], marks: [] } },
  },
  {
    name: 'where it can be played',
    call: 'talk.player',
    input: () => ({ id: savedId, seconds: 5 }),
    expect: { ok: true, value: { player: null, page: { host: expect.stringMatching(/^127/) } } },
  },
  {
    name: 'a transcript of what is not there',
    call: 'talk.giveTranscript',
    input: () => ({ id: unknownItem, text: 'Words.' }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
  },
  {
    name: 'a transcript without a word',
    call: 'talk.giveTranscript',
    input: () => ({ id: savedId, name: 'empty.vtt', base64: '' }),
    expect: { ok: false, failure: { code: 'transcript.empty', facts: { name: 'empty.vtt' } } },
  },
  {
    name: 'a page that is no transcript to drop',
    call: 'talk.dropTranscript',
    input: () => ({ copy: savedCopy }),
    expect: { ok: false, failure: { code: 'transcript.unknown' } },
  },
  {
    name: 'looking for a transcript of what is not there',
    call: 'talk.findTranscript',
    input: () => ({ id: unknownItem, from: 'open' }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
  },
  {
    name: 'a moment of what is not there',
    call: 'mark.add',
    input: () => ({ itemId: unknownItem, seconds: 1 }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
  },
  {
    name: 'an unknown mark to change',
    call: 'mark.change',
    input: () => ({ id: unknownItem, note: 'x' }),
    expect: { ok: false, failure: { code: 'mark.unknown' } },
  },
  { name: 'unknown marks to remove', call: 'mark.remove', input: () => ({ ids: [unknownItem] }), expect: { ok: true, value: { done: 0 } } },
  {
    name: 'unknown marks to put back',
    call: 'mark.restore',
    input: () => ({ ids: [unknownItem] }),
    expect: { ok: true, value: { done: 0 } },
  },
  {
    name: 'the recording of a talk',
    call: 'recording.get',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { recording: null } },
  },
  {
    name: 'files nobody offers',
    call: 'recording.offers',
    input: () => ({ id: savedId }),
    expect: { ok: false, failure: { code: 'recording.none' } },
  },
  {
    name: 'a recording of what is not there to fetch',
    call: 'recording.fetch',
    input: () => ({ id: unknownItem, url: 'https://nobody.test/talk.mp4' }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
  },
  {
    name: 'a recording of what is not there to give',
    call: 'recording.begin',
    input: () => ({ id: unknownItem, name: 'talk.mp4', bytes: 1 }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
  },
  {
    name: 'a part of nothing that was begun',
    call: 'recording.part',
    input: () => ({ upload: unknownItem, at: 0, base64: '' }),
    expect: { ok: false, failure: { code: 'recording.cut-off' } },
  },
  {
    name: 'the end of nothing that was begun',
    call: 'recording.finish',
    input: () => ({ upload: unknownItem }),
    expect: { ok: false, failure: { code: 'recording.cut-off' } },
  },
  {
    name: 'nothing to let go of',
    call: 'recording.abandon',
    input: () => ({ upload: unknownItem }),
    expect: { ok: true, value: { done: 0 } },
  },
  {
    name: 'no recording to remove',
    call: 'recording.remove',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { removed: null } },
  },
  {
    name: 'a recording whose file is not there',
    call: 'recording.restore',
    input: () => ({ id: savedId, hash: '0'.repeat(64), name: 'talk.mp4', url: null }),
    expect: { ok: false, failure: { code: 'recording.unknown' } },
  },
  {
    name: 'a player of a site without one',
    call: 'recording.openPlayer',
    input: () => ({ id: savedId }),
    expect: { ok: false, failure: { code: 'recording.none' } },
  },
  {
    name: 'where nothing was stopped',
    call: 'recording.stopAt',
    input: () => ({ id: savedId, seconds: 5 }),
    expect: { ok: true, value: { done: 0 } },
  },
  { name: 'marks', call: 'mark.ofItem', input: () => ({ id: savedId }), expect: { ok: true, value: { marks: [] } } },
  { name: 'sites', call: 'site.list', input: () => ({}), expect: { ok: true, value: { sites: [{ items: 1 }] } } },
  {
    name: 'known addresses',
    call: 'item.known',
    input: () => ({ urls: ['https://nobody.test/'] }),
    expect: { ok: true, value: { known: [] } },
  },
  { name: 'counts', call: 'item.counts', input: () => ({}), expect: { ok: true, value: { places: { inbox: 1, trash: 0 } } } },
  {
    name: 'the states of a place',
    call: 'item.states',
    input: () => ({ place: 'inbox' }),
    expect: { ok: true, value: { states: { complete: 1, partial: 0, waiting: 0, failed: 0, 'to-find': 0 } } },
  },
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
  {
    name: 'a list that is no list, of a length that is no number',
    call: 'item.move',
    input: () => ({ ids: { length: { valueOf: 1, toString: 1 } }, place: 'inbox' }),
    expect: { ok: false, failure: { code: 'input.invalid' } },
  },
  {
    name: 'an input with a great many things extra',
    call: 'item.counts',
    input: () => Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`extra-${n}`, 1])),
    expect: { ok: false, failure: { code: 'input.invalid', facts: { why: expect.stringMatching(/^.{1,200}$/) } } },
  },
  { name: 'no input at all', call: 'item.list', input: () => null, expect: { ok: false, failure: { code: 'input.invalid' } } },
  {
    name: 'a private link nobody typed',
    call: 'item.save',
    input: () => ({ links: ['http://127.0.0.1:9/x'] }),
    expect: { ok: true, value: { results: [{ ok: false, failure: { code: 'link.private' } }] } },
  },
  {
    name: 'a passage to mark, described once more by the core',
    call: 'highlight.add',
    input: () => ({
      copyId: savedCopy,
      anchor: wordAt(4, { prefix: 'not mine', suffix: 'nor this', heading: 'Nowhere' }),
      tags: ['a', 'a'],
    }),
    expect: {
      ok: true,
      value: {
        itemId: expect.stringMatching(/^[0-9a-f]{32}$/),
        colour: 'yellow',
        tags: ['a'],
        anchor: { prefix: expect.not.stringContaining('not mine'), suffix: expect.not.stringContaining('nor this'), heading: null },
      },
    },
  },
  {
    name: 'a passage with other words',
    call: 'highlight.add',
    input: () => ({ copyId: savedCopy, anchor: wordAt(4, { exact: 'xyzzy' }) }),
    expect: misplaced('other-words'),
  },
  {
    name: 'a passage behind the end',
    call: 'highlight.add',
    input: () => ({ copyId: savedCopy, anchor: wordAt(4, { start: 9_999_999, end: 10_000_003 }) }),
    expect: misplaced('other-words'),
  },
  {
    name: 'a passage of another normaliser',
    call: 'highlight.add',
    input: () => ({ copyId: savedCopy, anchor: wordAt(4, { normaliserVersion: 99 }) }),
    expect: misplaced('version'),
  },
  {
    name: 'a passage of white space',
    call: 'highlight.add',
    input: () => ({
      copyId: savedCopy,
      anchor: { ...wordAt(4), exact: savedText[wordAt(4).end], start: wordAt(4).end, end: wordAt(4).end + 1 },
    }),
    expect: misplaced('empty'),
  },
  {
    name: 'a passage of an unknown copy',
    call: 'highlight.add',
    input: () => ({ copyId: unknownItem, anchor: wordAt(4) }),
    expect: { ok: false, failure: { code: 'copy.unknown' } },
  },
  {
    name: 'a colour there is not',
    call: 'highlight.add',
    input: () => ({ copyId: savedCopy, anchor: wordAt(4), colour: 'mauve' }),
    expect: { ok: false, failure: { code: 'input.invalid', facts: { where: 'colour' } } },
  },
  {
    name: 'a highlight to change',
    call: 'highlight.change',
    input: () => ({ id: marked, note: 'Mine' }),
    expect: { ok: true, value: { note: 'Mine', colour: 'green' } },
  },
  {
    name: 'an unknown highlight to change',
    call: 'highlight.change',
    input: () => ({ id: unknownItem, note: 'Mine' }),
    expect: { ok: false, failure: { code: 'highlight.unknown' } },
  },
  { name: 'a highlight to remove', call: 'highlight.remove', input: () => ({ ids: [marked] }), expect: { ok: true, value: { done: 1 } } },
  { name: 'and to put back', call: 'highlight.restore', input: () => ({ ids: [marked] }), expect: { ok: true, value: { done: 1 } } },
  {
    name: 'the highlights of an item',
    call: 'highlight.ofItem',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { highlights: expect.arrayContaining([expect.objectContaining({ note: 'Mine' })]) } },
  },
  {
    name: 'the highlights of an unknown item',
    call: 'highlight.ofItem',
    input: () => ({ id: unknownItem }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
  },
  {
    name: 'a list of highlights',
    call: 'highlight.list',
    input: () => ({ hasNote: true }),
    expect: { ok: true, value: { total: 1, items: 1, colours: { green: 1 }, entries: [{ item: { kind: 'article' } }] } },
  },
  {
    name: 'the page with its highlights',
    call: 'item.read',
    input: () => ({ id: savedId, as: 'markdown' }),
    expect: { ok: true, value: { content: expect.stringMatching(/==\S+==\[\^note-1\][\s\S]*\[\^note-1\]: Mine/) } },
  },
  {
    name: 'a place to return to',
    call: 'item.setReading',
    input: () => ({ id: savedId, position: 3, progress: 0.5, anchor: { copyId: savedCopy, offset: 7, words: 'here' } }),
    expect: { ok: true, value: { done: 1 } },
  },
  {
    name: 'and the place again',
    call: 'item.open',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { reading: { anchor: { offset: 7, words: 'here' }, position: 3 } } },
  },
  {
    name: 'whom this machine asked',
    call: 'network.contacts',
    input: () => ({}),
    expect: { ok: true, value: { hosts: [{ host: expect.stringContaining('127.0.0.1'), purposes: expect.arrayContaining(['page']) }] } },
  },
  {
    name: 'a window of its own, where there is none',
    call: 'window.open',
    input: () => ({ id: savedId }),
    expect: { ok: true, value: { opened: false } },
  },
  {
    name: 'a window for an unknown item',
    call: 'window.open',
    input: () => ({ id: unknownItem }),
    expect: { ok: false, failure: { code: 'item.unknown' } },
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
  savedCopy = (await library.call('item.open', { id: first.item.id })).copy?.id ?? ''
  savedText = (await library.call('item.read', { id: first.item.id, as: 'text' })).content
  const { id } = await library.call('highlight.add', { copyId: CopyId.parse(savedCopy), anchor: wordAt(9), colour: 'green' })
  marked = id
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
