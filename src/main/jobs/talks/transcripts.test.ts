// Transcripts through a real core: given, read, searched, marked, shown before a page, dropped.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemId } from '../../../shared/item.ts'
import { type LocalSite, openLocalSite } from '../../testing/local-site.ts'
import { openTemporaryCore, type TemporaryCore } from '../../testing/temporary-core.ts'

let site: LocalSite
let library: TemporaryCore
beforeAll(async () => {
  site = await openLocalSite()
  library = await openTemporaryCore()
})
afterAll(async () => {
  await library.remove()
  await site.close()
})

async function saveTalk(path = '/talks/small-machines/'): Promise<ItemId> {
  const { results } = await library.call('item.save', { links: [`${site.url}${path}`], typed: true })
  await library.core.settled()
  const [result] = results
  if (!result?.ok) throw new Error('not saved')
  return result.item.id
}
const captions = `WEBVTT

00:00:02.000 --> 00:00:05.000
<v Ida>A clock is a promise kept by springs.

00:34:05.000 --> 00:34:09.000
<v Otto>What about the escapement?
`
const file = (text: string | Uint8Array, name = 'small machines.en.vtt') => ({ name, base64: Buffer.from(text).toString('base64') })

describe('a transcript that is given', () => {
  test('is what is shown, read and found; the page stays beside it, also when it is fetched again', async () => {
    const id = await saveTalk()
    const page = (await library.call('item.get', { id })).item
    expect(page).toMatchObject({ kind: 'talk', state: 'complete', minutes: 47 })
    const { item, transcript } = await library.call('talk.giveTranscript', { id, ...file(captions) })
    expect(item).toMatchObject({ shownCopy: transcript.copy.id, state: 'complete', minutes: 47, words: 19 })
    expect(transcript).toMatchObject({
      copy: { source: 'transcript', shown: true, form: 'article', transcript: { origin: 'file', timed: true } },
      facts: { origin: 'file', name: 'small machines.en.vtt', lang: 'en', speakers: ['Ida', 'Otto'] },
    })
    const text = (await library.call('item.read', { id, as: 'text' })).content
    expect(text).toBe(
      `[0:00] The clock\n[0:02] Ida: A clock is a promise kept by springs.\n[15:00] The springs\n[34:05] Questions\n[34:05] Otto: What about the escapement?\n\nSlides: ${site.url}/files/paper.pdf\nCode: https://github.com/ida-example/clocks`,
    )
    expect((await library.call('item.read', { id, as: 'markdown' })).content).toMatch(
      /## \\?\[34:05\\?\] Questions[\s\S]*\*\*Otto:\*\* What/,
    )
    await library.core.settled()
    const { hits } = await library.call('search.find', { words: 'escapement' })
    expect(hits.map((hit) => [hit.id, hit.seconds])).toEqual([[id, 2045]])
    expect((await library.call('search.find', { words: 'small machines' })).hits[0]?.seconds).toBe(null)

    await library.call('item.refresh', { ids: [id] })
    await library.core.settled()
    await library.call('item.refresh', { ids: [id], missing: true })
    await library.core.settled()
    const after = await library.call('item.get', { id })
    expect(after.item).toMatchObject({ shownCopy: transcript.copy.id, state: 'complete', failure: null, words: 19, minutes: 47 })
    expect(after.copies.map((copy) => copy.source)).toEqual(['transcript', 'web'])
  })

  test('is marked like any copy, and the mark’s moment is known', async () => {
    const id = await saveTalk()
    const { transcripts } = await library.call('talk.get', { id })
    const [{ copy } = { copy: null }] = transcripts
    if (!copy) throw new Error('no transcript')
    const text = 'The clock\nIda: A clock is a promise kept by springs.\nThe springs\nQuestions\nOtto: What about the escapement?'
    const start = text.indexOf('escapement')
    const anchor = { exact: 'escapement', prefix: '', suffix: '', start, end: start + 10, normaliserVersion: 1, heading: 'Questions' }
    const highlight = await library.call('highlight.add', { copyId: copy.id, anchor })
    expect(highlight.anchor.heading).toBe('Questions')
    expect(highlight.seconds).toBe(2045)
    expect((await library.call('highlight.list', {})).entries[0]?.highlight).toEqual(highlight)
    expect((await library.call('item.read', { id, as: 'text' })).content).toMatch(/\[34:05\] Otto: What about the .*escapement/)
    await expect(library.call('talk.dropTranscript', { copy: copy.id })).rejects.toThrow('transcript.marked')
    await library.call('highlight.remove', { ids: [highlight.id] })
    const item = await library.call('talk.dropTranscript', { copy: copy.id })
    expect(item.shownCopy).not.toBe(null)
    expect((await library.call('talk.get', { id })).transcripts).toEqual([])
    expect((await library.call('item.get', { id })).copies.map(({ source, shown }) => [source, shown])).toEqual([['web', true]])
    await expect(library.call('talk.dropTranscript', { copy: copy.id })).rejects.toThrow('copy.unknown')
  })

  test('twice is one; in another charset it is read as pages are; pasted words are the reader’s own too', async () => {
    const id = await saveTalk()
    const latin = Buffer.from(
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nDas Uhrwerk l\u00e4uft f\u00fcr uns, \u00fcber Jahre sch\u00f6n.\r\n',
      'latin1',
    )
    const first = await library.call('talk.giveTranscript', { id, ...file(latin, 'x.de.srt') })
    const again = await library.call('talk.giveTranscript', { id, ...file(latin, 'x.de.srt') })
    expect(again.transcript.copy.id).toBe(first.transcript.copy.id)
    expect((await library.call('item.read', { id, as: 'text' })).content).toContain('Das Uhrwerk läuft für uns, über Jahre schön.')
    const pasted = await library.call('talk.giveTranscript', { id, text: '0:05 Ein Wort.\n0:09 Noch eins.' })
    expect(pasted.transcript.facts).toMatchObject({ origin: 'pasted', name: null, generated: null })
    expect(pasted.item.shownCopy).toBe(pasted.transcript.copy.id)
    // Neither is an earlier copy that could make room.
    await library.call('storage.dropEarlierCopies', {})
    expect((await library.call('talk.get', { id })).transcripts).toHaveLength(2)
    expect((await library.call('item.get', { id })).copies).toHaveLength(3)
  })

  test('without a word in it, or no text at all, is a failure that says so', async () => {
    const id = await saveTalk()
    await expect(library.call('talk.giveTranscript', { id, ...file('WEBVTT\n') })).rejects.toMatchObject({ code: 'transcript.empty' })
    await expect(library.call('talk.giveTranscript', { id, ...file('') })).rejects.toMatchObject({ code: 'transcript.empty' })
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])
    await expect(library.call('talk.giveTranscript', { id, ...file(bytes) })).rejects.toMatchObject({ code: 'transcript.unreadable' })
  })

  test('is counted where its talk stands in a list', async () => {
    const id = await saveTalk()
    const { list } = await library.call('list.accept', {
      title: 'Talks',
      source: null,
      typed: true,
      items: [{ url: `${site.url}/talks/small-machines/`, title: null, kind: 'talk', startSeconds: 90, recommendation: 'From here on.' }],
    })
    if (!list) throw new Error('no list')
    expect((await library.call('list.get', { id: list.id })).completeness.talks).toEqual({ here: 1, withTranscript: 1, all: 1 })
    expect((await library.call('mark.ofItem', { id })).marks).toMatchObject([{ seconds: 90, words: 'From here on.' }])
  })
})

describe('a transcript that is looked for', () => {
  test('by the reader’s own yt-dlp, on PATH: shown unless the reader gave one, its failure is the job’s', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'carrel-path-'))
    const before = process.env.PATH
    try {
      const words = 'WEBVTT\\n\\n00:07.000 --> 00:09.000\\nHeard by a machine.\\n'
      const tool = (last: string) => `#!/bin/sh
for a in "$@"; do [ "$a" = --version ] && { echo 2026.06.09; exit 0; }; [ "$was" = -o ] && out="\${a%.%(ext)s}"; was=$a; done
${last}
`
      await writeFile(join(folder, 'yt-dlp'), tool(`printf '${words}' > "$out.en-orig.vtt"`), { mode: 0o755 })
      process.env.PATH = `${folder}:${before}`
      const id = await saveTalk('/article/plain/')
      await library.call('talk.findTranscript', { id, from: 'yt-dlp' })
      await library.core.settled()
      const { transcripts } = await library.call('talk.get', { id })
      expect(transcripts).toMatchObject([{ facts: { origin: 'yt-dlp', generated: true, lang: 'en' }, copy: { shown: false } }])
      const { item } = await library.call('item.get', { id })
      expect(item.remarks).toContainEqual({ about: 'transcript', what: 'old-tool' })

      await writeFile(join(folder, 'yt-dlp'), tool('echo "ERROR: gone" >&2; exit 1'), { mode: 0o755 })
      const { jobs } = await library.call('talk.findTranscript', { id, from: 'yt-dlp' })
      await library.core.settled()
      const failed = (await library.call('job.list', {})).jobs.find((job) => job.id === jobs[0])
      expect(failed).toMatchObject({ state: 'failed', failure: { code: 'yt-dlp.failed', facts: { said: 'gone', old: true } } })
      expect((await library.call('item.get', { id })).item.failure).toBe(null)
    } finally {
      process.env.PATH = before
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('in the page, where nobody offers one', async () => {
    const id = await saveTalk()
    const { jobs } = await library.call('talk.findTranscript', { id, from: 'open' })
    await library.core.settled()
    const failed = (await library.call('job.list', {})).jobs.find((job) => job.id === jobs[0])
    expect(failed).toMatchObject({ kind: 'transcript', state: 'failed', failure: { code: 'transcript.none' } })
    const again = await library.call('job.retry', { itemIds: [id] })
    await library.core.settled()
    expect((await library.call('job.list', {})).jobs.find((job) => job.id === again.jobs[0])?.kind).toBe('transcript')
    // Given by the reader, what was not found is no news any more.
    await library.call('talk.giveTranscript', { id, text: '0:05 Now it is here.' })
    expect((await library.call('job.list', {})).jobs.filter(({ itemId }) => itemId === id)).toEqual([])
  })
})
