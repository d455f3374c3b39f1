import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/failure.ts'
import { blockElements, normalise, type Piece } from '../../../shared/text/normalise.ts'
import { offsetAt, secondsAt } from '../../../shared/transcript.ts'
import { readCaptions } from './read-captions.ts'
import { transcriptPage } from './transcript-page.ts'

type Node = { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Node[] }
function* pieces(node: Node): Generator<Piece> {
  if (node.nodeName === '#text') yield { kind: 'text', text: node.value ?? '' }
  if (blockElements.has(node.nodeName)) yield { kind: 'block' }
  for (const child of node.childNodes ?? []) yield* pieces(child)
  if (blockElements.has(node.nodeName)) yield { kind: 'block' }
}
/** The text as every other reader of the page counts it. */
const read = (html: string) => normalise(pieces(parseFragment(html) as Node)).text
const page = (text: string, chapters: Parameters<typeof transcriptPage>[1] = []) => transcriptPage(readCaptions(text, null), chapters)

describe('the page of a transcript', () => {
  const file = `WEBVTT

00:00:01.000 --> 00:00:03.000
<v Ada>“Good evening” — all <b>&lt;of&gt;</b> you.

00:34:05.250 --> 00:34:08.000
<v Grace>Queues, then.

00:34:08.000 --> 00:34:09.000
Yes.`
  const chapters = [
    { startSeconds: 0, title: 'Hello & <welcome>' },
    { startSeconds: 2045, title: 'Queues' },
    { startSeconds: 9000, title: 'Never' },
  ]

  test('has chapters, paragraphs and speakers, with the second in the id', () => {
    expect(page(file, chapters).html).toBe(`<article>
<h2 id="t-0">Hello &amp; &lt;welcome&gt;</h2>
<p id="t-1"><strong class="speaker">Ada:</strong> “Good evening” — all &lt;of&gt; you.</p>
<h2 id="t-2045">Queues</h2>
<p id="t-2045-2"><strong class="speaker">Grace:</strong> Queues, then. Yes.</p>
</article>`)
    expect(page(file, chapters)).toMatchObject({ speakers: ['Ada', 'Grace'], endSeconds: 2049 })
  })

  test('tells which letter is said when', () => {
    const { text, times } = page(file, chapters)
    expect(text).toBe('Hello & <welcome>\nAda: "Good evening" - all <of> you.\nQueues\nGrace: Queues, then. Yes.')
    expect(times.map(([offset, seconds]) => [text.slice(offset, offset + 5), seconds])).toEqual([
      ['Hello', 0],
      ['Ada: ', 1],
      ['Queue', 2045],
      ['Grace', 2045.25],
      ['Yes.', 2048],
    ])
    expect(secondsAt(times, text.indexOf('evening'))).toBe(1)
    expect(secondsAt([], 5)).toBe(null)
    expect(offsetAt(times, 2047)).toBe(text.indexOf('Grace'))
    expect(offsetAt(times, -1)).toBe(null)
  })

  test('words without times have no ids and no chapters', () => {
    expect(page('First.\n\nSecond.', chapters)).toMatchObject({
      html: '<article>\n<p>First.</p>\n<p>Second.</p>\n</article>',
      times: [],
      endSeconds: null,
    })
  })
})

describe('whatever is given', () => {
  const scraps = fc.constantFrom(
    ...[
      'WEBVTT',
      'NOTE x',
      'STYLE',
      '1',
      '00:01.000 --> 00:02.000',
      '00:00:03,000 --> 00:00:02,000',
      '99:99:99.999 --> 0:0.0',
      '12:34 so',
      '[1:02:03]',
    ],
    ...[
      'Ada:',
      '>> hm',
      '- a',
      '<v Bob>',
      '<c>',
      '</c>',
      '<00:00:01.000>',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '{\\an8}',
      '\ufeff',
      '\u0000',
      '\ud800',
      '“…”',
      ' ',
      '',
    ],
    ...['words and more words.', 'שלום', '日本語。', 'a\u0301\u200d', '<script>alert(1)</script>', '"><p id="t-1">'],
  )
  const ends = fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' ')
  const files = fc
    .array(fc.tuple(fc.oneof({ weight: 5, arbitrary: scraps }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), ends), {
      maxLength: 60,
    })
    .map((parts) => parts.flat().join(''))
  const chapters = fc.array(fc.record({ startSeconds: fc.double({ min: 0, max: 9000, noNaN: true }), title: scraps }), { maxLength: 4 })

  test('it is a page whose times fit its text, or a failure that says what is wrong', () => {
    fc.assert(
      fc.property(files, chapters, (file, list) => {
        let made: ReturnType<typeof transcriptPage>
        try {
          made = page(file, list)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          expect((error as Failure).code).toMatch(/^transcript\.(?:empty|unreadable)$/)
          return
        }
        const { html, text, times } = made
        expect(read(html)).toBe(text)
        expect(text).not.toBe('')
        expect(html.match(/<(?!\/?(?:article|h2|p|strong)\b)/g)).toBe(null)
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
        expect(new Set(ids).size).toBe(ids.length)
        times.forEach(([offset, seconds], at) => {
          const [before, earlier] = times[at - 1] ?? [-1, 0]
          expect(offset).toBeGreaterThan(before)
          expect(offset).toBeLessThan(text.length)
          expect(seconds).toBeGreaterThanOrEqual(earlier)
        })
      }),
      { numRuns: 400 },
    )
  })

  test('every word is said once and in its order, whether its captions roll or stand still', () => {
    const clock = (ms: number) =>
      `00:${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')}`
    const cue = (from: number, to: number, lines: readonly string[]) => `${clock(from)} --> ${clock(to)}\n${lines.join('\n')}`
    // No two words are the same, so that a word lost, doubled or moved is seen.
    const spoken = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 8, maxLength: 40 }).map((sizes) => {
      let next = 0
      return sizes.map((size) => Array.from({ length: size }, () => `w${next++}`).join(' '))
    })
    fc.assert(
      fc.property(spoken, fc.integer({ min: 200, max: 9000 }), (lines, pace) => {
        const still = lines.map((line, at) => cue(at * pace, (at + 1) * pace, [line]))
        // As YouTube writes them: the line before stands over the new one, whose words have times; then both for 10 ms.
        const rolling = lines.flatMap((line, at) => {
          const above = lines[at - 1] ?? ' '
          const timed = line.replace(/ /g, `<${clock(at * pace + 50)}><c> `).replace(/$/, line.includes(' ') ? '</c>' : '')
          return [cue(at * pace, (at + 1) * pace - 10, [above, timed]), cue((at + 1) * pace - 10, (at + 1) * pace, [line, ' '])]
        })
        for (const cues of [still, rolling]) {
          expect(page(`WEBVTT\n\n${cues.join('\n\n')}\n`).text.split(/\s+/)).toEqual(lines.join(' ').split(' '))
        }
      }),
      { numRuns: 100 },
    )
  })
})
