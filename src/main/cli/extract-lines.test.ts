import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openExtractor } from '../core.ts'
import { silentLog } from '../platform/log.ts'
import { extractLines } from './extract-lines.ts'

type Out = { id: unknown; ms: number; title?: string; text?: string; failure?: { code: string } }
let extractor: ReturnType<typeof openExtractor>
beforeAll(() => {
  extractor = openExtractor(silentLog)
})
afterAll(() => extractor.pool.close())

const page = (title: string, times = 4): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${title} says enough in one paragraph to be taken for an article by anybody who looks at it twice.</p>`.repeat(times)}</article></body></html>`
const line = (id: unknown, html: string, url = 'https://lines.example/a'): string => `${JSON.stringify({ id, url, html })}\n`

async function run(input: Readable): Promise<Out[]> {
  const output = new PassThrough()
  const done = extractLines({ input, output, ...extractor }).then(() => output.end())
  const text = await new Response(Readable.toWeb(output) as ReadableStream).text()
  await done
  return text.split('\n').flatMap((one) => (one === '' ? [] : [JSON.parse(one) as Out]))
}

test('answers come in the order of the lines, a slow page first or not, and one that fails holds nothing up', async () => {
  const input = [
    line('slow', page('Slow', 3_000)),
    line(2, page('Quick')),
    'not json\n',
    line('bad', page('Bad'), 'nowhere'),
    line('empty', ''),
    '{"id":"half","url":"https://lines.example/h"}\n',
    '\n',
    line('last', page('Last')).trimEnd(),
  ]
  const out = await run(Readable.from(input.map((one) => Buffer.from(one))))
  expect(out.map((one) => one.id)).toEqual(['slow', 2, null, 'bad', 'empty', 'half', 'last'])
  expect(out.map((one) => one.failure?.code ?? one.title)).toEqual([
    'Slow',
    'Quick',
    'input.invalid',
    'link.invalid',
    'page.no-article',
    'input.invalid',
    'Last',
  ])
  expect(out.every((one) => one.ms >= 0)).toBe(true)
})

test('a line ends at a line feed only, wherever the chunks are cut', async () => {
  const whole = Buffer.from(line('separators', page('Zeilen\u2028und\u2029Absätze')) + line('next', page('Next')))
  const chunks = Array.from({ length: Math.ceil(whole.length / 7) }, (_, n) => whole.subarray(n * 7, n * 7 + 7))
  const out = await run(Readable.from(chunks))
  expect(out.map((one) => one.id)).toEqual(['separators', 'next'])
  expect(out.every((one) => one.failure === undefined)).toBe(true)
})

test('an answer comes while the input is still open', async () => {
  const input = new PassThrough()
  const output = new PassThrough()
  const done = extractLines({ input, output, ...extractor })
  input.write(line('first', page('First')))
  const [first] = await new Promise<string[]>((resolve) => output.once('data', (chunk: Buffer) => resolve(chunk.toString().split('\n'))))
  expect(JSON.parse(first ?? '')).toMatchObject({ id: 'first', title: 'First' })
  input.end()
  await done
})
