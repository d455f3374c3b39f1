// The whole corpus through the command itself, `carrel extract --ndjson`: a line for every line, in order, and every line an article or a failure.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { readCorpus } from '../../../bench/corpus-pages.ts'
import type { Given, Outcome } from '../attack.ts'

const program = new URL('../../../carrel.mjs', import.meta.url).pathname

export async function extractByCommand({ say }: Given, corpus: string): Promise<Outcome> {
  const pages = await readCorpus(corpus, Number.POSITIVE_INFINITY)
  const lines = async function* (): AsyncGenerator<string> {
    for (const { id, url, file } of pages) yield `${JSON.stringify({ id, url, html: await readFile(file, 'utf8') })}\n`
  }
  const command = spawn(process.execPath, [program, 'extract', '--ndjson', '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
  Readable.from(lines()).pipe(command.stdin)
  const ended = new Promise<number | null>((resolve) => command.once('exit', resolve))
  const broken: string[] = []
  const ends = new Map<string, number>()
  let at = 0
  for await (const line of createInterface({ input: command.stdout })) {
    const { id, html, failure } = JSON.parse(line) as { id: unknown; html?: string; failure?: { code: string; facts: unknown } }
    const page = pages[at]
    at += 1
    if (id !== page?.id) broken.push(`line ${at} answers ${String(id)} and not ${page?.id}`)
    const end = failure?.code ?? (html ? 'copy' : 'nothing')
    ends.set(end, (ends.get(end) ?? 0) + 1)
    if (end === 'nothing' || end === 'internal' || end === 'page.unreadable')
      broken.push(`${page?.id}: ${end} ${JSON.stringify(failure?.facts)}`)
    if (at % 200 === 0) say(`${at} of ${pages.length} by command`)
  }
  const status = await ended
  if (at !== pages.length || status !== 0) broken.push(`${at} lines for ${pages.length} pages, status ${status}`)
  return {
    name: 'corpus, by command',
    cases: pages.length,
    broken,
    figure: [...ends].map(([end, number]) => `${number} ${end}`).join(', '),
  }
}
