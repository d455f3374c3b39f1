import { describe, expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'
import { readCaptions } from './read-captions.ts'

const said = (text: string, name: string | null = null) =>
  readCaptions(text, name).cues.map(({ start, speaker, text: words }) => [start, speaker, words])

describe('WebVTT', () => {
  test('a BOM, carriage returns, notes, styles, regions, settings, names and hours left out', () => {
    const file = [
      '\ufeffWEBVTT - a talk',
      'Kind: captions',
      'Language: en-GB',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'REGION',
      'id:low',
      '',
      'NOTE',
      'nobody reads this',
      'nor 00 this',
      '',
      'intro',
      '00:01.500 --> 00:02.900 align:start position:0% line:90%',
      'Good <i>morning</i>,',
      'everybody &amp; you.',
      '',
      '2',
      '01:00:03.000 --> 01:00:04.000',
      '<v.loud Ada>We keep a <c.yellow>List<String></c>.</v><v Grace>Do we?',
    ].join('\r\n')
    expect(said(file)).toEqual([
      [1.5, null, 'Good morning, everybody & you.'],
      [3603, 'Ada', 'We keep a List<String>.'],
      [3603, 'Grace', 'Do we?'],
    ])
    expect(readCaptions(file, null)).toMatchObject({ format: 'vtt', lang: 'en-GB', generated: null })
  })

  test('an empty line straight after the times does not lose the words', () => {
    expect(said('WEBVTT\n\n00:01.000 --> 00:02.000\n\nStill here.\n\n00:03.000 --> 00:04.000\nNext.\n\nNobody’s words')).toEqual([
      [1, null, 'Still here.'],
      [3, null, 'Next.'],
    ])
  })

  test('overlapping cues, cues out of order and cues given twice', () => {
    const cue = (from: string, to: string, words: string) => `00:${from}.000 --> 00:${to}.000\n${words}\n`
    const file = ['WEBVTT\n', cue('05', '09', 'third'), cue('01', '06', 'first'), cue('03', '04', 'second'), cue('03', '04', 'second')]
    expect(said(file.join('\n'))).toEqual([
      [1, null, 'first'],
      [3, null, 'second'],
      [5, null, 'third'],
    ])
  })

  test('rolling captions are said once, each line when it first appears', () => {
    const file = `WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.310 align:start position:0%
 
so<00:00:00.480><c> today</c><00:00:00.880><c> we</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
so today we
 

00:00:02.320 --> 00:00:04.550 align:start position:0%
so today we
look<00:00:02.720><c> at</c><00:00:03.040><c> queues</c>

00:00:04.550 --> 00:00:04.560 align:start position:0%
look at queues
 

00:00:04.560 --> 00:00:06.000 align:start position:0%
look at queues
and<00:00:05.000><c> queues</c>
`
    expect(said(file)).toEqual([
      [0.16, null, 'so today we'],
      [2.32, null, 'look at queues'],
      [4.56, null, 'and queues'],
    ])
    expect(readCaptions(file, null).generated).toBe(true)
  })

  test('what a speaker really says twice stays twice', () => {
    expect(said('WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:02.040\nNo.\n\n00:03.000 --> 00:04.000\nYes.')).toHaveLength(3)
  })
})

describe('SubRip', () => {
  test('commas, numbers, positions, fonts, dashes, an empty line within the words', () => {
    const file = `1
00:00:01,000 --> 00:00:02,500
{\\an8}<font color="#fff">Welcome</font> to

the desk.

2
0:00:03,5 -> 0:00:04
- Who is there?
- Nobody.
3
00:00:05,000 --> 00:00:06,000 X1:40 X2:600
1984
`
    expect(said(file)).toEqual([
      [1, null, 'Welcome to the desk.'],
      [3.5, '', 'Who is there?'],
      [3.5, '', 'Nobody.'],
      [5, null, '1984'],
    ])
    expect(readCaptions(file, 'a talk.de.srt')).toMatchObject({ format: 'srt', lang: 'de' })
  })

  test('speakers in capitals, behind arrows, and words before a colon that are none', () => {
    const block = (at: number, words: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${words}\n\n`
    expect(said(block(1, 'ADA LOVELACE: Hello.') + block(2, 'Remember: one thing.') + block(3, '>> And then?'))).toEqual([
      [1, 'ADA LOVELACE', 'Hello.'],
      [2, null, 'Remember: one thing.'],
      [3, '', 'And then?'],
    ])
  })
})

describe('plain text', () => {
  test.each([
    ['times before the words', '[00:00:05] So it begins.\n[00:01:10] It goes on.'],
    ['times over the words', '0:05\nSo it begins.\n1:10\nIt goes on.'],
    ['times and dashes', '0:05 - So it begins.\n(1:10) It goes on.'],
    ['times parted by empty lines', '00:05\n\nSo it begins.\n\n01:10\n\nIt goes on.\n'],
  ])('%s', (_, text) => {
    expect(said(text)).toEqual([
      [5, null, 'So it begins.'],
      [70, null, 'It goes on.'],
    ])
  })

  test('speakers with times', () => {
    expect(said('Ada Lovelace (00:05):\nHello.\n\nGrace [1:00:10]\nGood evening.')).toEqual([
      [5, 'Ada Lovelace', 'Hello.'],
      [3610, 'Grace', 'Good evening.'],
    ])
  })

  test('paragraphs without times, wrapped lines, names', () => {
    const text = 'Ada: The first line\nis wrapped.\n\nGrace: The second paragraph.\n\nAda: The third.\n\nGrace: Yes.'
    const paragraphs = paragraphsOf(readCaptions(text, null).cues)
    expect(paragraphs.map(({ speaker, cues }) => [speaker, cues.map((cue) => cue.text).join(' ')])).toEqual([
      ['Ada', 'The first line is wrapped.'],
      ['Grace', 'The second paragraph.'],
      ['Ada', 'The third.'],
      ['Grace', 'Yes.'],
    ])
  })
})

describe('paragraphs', () => {
  const cue = (start: number, end: number, text: string) => ({ start, end, text, speaker: null, opens: false })
  const starts = (cues: Parameters<typeof paragraphsOf>[0], breaks?: readonly number[]) =>
    paragraphsOf(cues, breaks).map(({ start }) => start)

  test('end at a silence, behind a sentence sooner', () => {
    expect(starts([cue(0, 2, 'One.'), cue(2, 4, 'Two'), cue(6, 7, 'three.'), cue(9, 10, 'Four'), cue(15, 16, 'five')])).toEqual([0, 9, 15])
  })

  test('end behind a sentence when they are long, and without sentences when they are very long', () => {
    const words = (end: string) => Array.from({ length: 40 }, (_, at) => cue(at * 3, at * 3 + 3, `${'word '.repeat(11)}word${end}`))
    expect(paragraphsOf(words('.')).every(({ cues }) => cues.length <= 9)).toBe(true)
    expect(paragraphsOf(words('')).every(({ cues }) => cues.length <= 23)).toBe(true)
  })

  test('do not run over the beginning of a chapter', () => {
    expect(starts([cue(0, 2, 'One'), cue(2, 4, 'two'), cue(4, 6, 'three')], [0, 4])).toEqual([0, 4])
  })
})

describe('what is no transcript', () => {
  test.each([
    ['nothing', '', 'transcript.empty'],
    ['white space and a BOM', '\ufeff \r\n\t', 'transcript.empty'],
    ['a header alone', 'WEBVTT\nKind: captions\nLanguage: en\n', 'transcript.empty'],
    ['times alone', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n♪\n', 'transcript.empty'],
    ['a page', '<!DOCTYPE html><html><body>Sign in', 'transcript.unreadable'],
    ['data', '{"events": []}', 'transcript.unreadable'],
    ['bytes', '\u0000\u0001PK\u0003\u0004\ufffd\ufffd', 'transcript.unreadable'],
  ])('%s', (_, text, code) => {
    expect(() => readCaptions(text, 'x.vtt')).toThrow(expect.objectContaining({ code, facts: { name: 'x.vtt' } }))
  })
})
