// Pages as lines: one JSON page in, one JSON article out, each as soon as it and those before it are done.
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { Failure, type FailureValue } from '../../shared/failure.ts'
import type { openExtractor } from '../core.ts'
import { type Extracted, extractedJson } from './extracted-json.ts'

const Line = z.object({ id: z.union([z.string(), z.number()]), url: z.string(), html: z.string() })
type ExtractPool = ReturnType<typeof openExtractor>['pool']
type Out = { readonly id: unknown; readonly ms: number } & (Extracted | { readonly failure: FailureValue })

/**
 * Cleans every line of `input` on `size` processes and writes the results in the order of the lines. A page that fails gives
 * `{id, ms, failure}` and the rest goes on. `ms`: the time its process worked on it.
 */
export async function extractLines(options: {
  readonly input: Readable
  readonly output: Writable
  readonly pool: ExtractPool
  readonly size: number
}): Promise<void> {
  const { input, output, pool, size } = options
  const order: Promise<Out>[] = []
  const free = openTurns(size)
  let writing = Promise.resolve()
  // Reading on while one page is slow, but not without end: what waits to be written is bounded.
  const most = size * 16
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue
    const turn = await free.take()
    const out = one(line, pool).finally(turn)
    order.push(out)
    writing = writing.then(async () => write(output, await out)).then(() => void order.shift())
    if (order.length >= most) await order[0]
  }
  await writing
}

/**
 * The lines of a stream, ended by a line feed and nothing else: node:readline also breaks at U+2028 and U+2029, which JSON
 * leaves as they are inside a string.
 */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest: string[] = []
  for await (const chunk of input) {
    const pieces = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      yield rest.join('') + piece
      rest = []
    }
    rest.push(last)
  }
  yield rest.join('') + decoder.decode()
}

async function one(line: string, pool: ExtractPool): Promise<Out> {
  const started = performance.now()
  const spent = (): number => Math.round((performance.now() - started) * 10) / 10
  let id: unknown = null
  try {
    const given = parse(line)
    id = given.id ?? null
    const page = Line.safeParse(given).data
    if (page === undefined) throw new Failure('input.invalid', { where: 'line', why: 'not {"id","url","html"}' })
    if (!URL.canParse(page.url)) throw new Failure('link.invalid', { url: page.url.slice(0, 200) })
    const draft = await pool.extract({ html: page.html, url: page.url }, new AbortController().signal)
    return { id, ms: spent(), ...extractedJson(draft) }
  } catch (error) {
    return { id, ms: spent(), failure: error instanceof Failure ? error.toValue() : { code: 'internal', facts: {} } }
  }
}

/** Whatever stands in the line as an object, so that its id can be answered even when the rest is not what it should be. */
function parse(line: string): { readonly id?: unknown } {
  try {
    return z.looseObject({}).parse(JSON.parse(line))
  } catch (cause) {
    throw new Failure('input.invalid', { where: 'line', why: 'not a JSON object' }, { cause })
  }
}

async function write(output: Writable, out: Out): Promise<void> {
  if (!output.write(`${JSON.stringify(out)}\n`)) await new Promise((resolve) => output.once('drain', resolve))
}

/** `size` turns; take() waits for one and answers the function that gives it back. */
function openTurns(size: number): { take(): Promise<() => void> } {
  let free = size
  const queue: (() => void)[] = []
  const giveBack = (): void => {
    const next = queue.shift()
    if (next) next()
    else free++
  }
  return {
    async take() {
      if (free > 0) free--
      else await new Promise<void>((resolve) => queue.push(resolve))
      return giveBack
    },
  }
}
