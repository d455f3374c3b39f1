// carrel extract: a page in, the cleaned article out. No library, no request.
import { open, readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { Failure } from '../../../shared/failure.ts'
import { openExtractor, pageText } from '../../core.ts'
import { lineLog } from '../../platform/log.ts'
import type { Context } from '../context.ts'
import { extractLines } from '../extract-lines.ts'
import { extractedJson } from '../extracted-json.ts'

export function addExtract(carrel: Command, context: Context): void {
  carrel
    .command('extract')
    .description('clean a page from a file or stdin; sends no request')
    .argument('[file]', 'an HTML file, or - for stdin', '-')
    .option('--url <address>', 'where the page came from; its links are resolved against it')
    .option('--ndjson', '{"id","url","html"} a line in, an article a line out, on all cores')
    .action(async (file: string, options: { url?: string; ndjson?: boolean }) => {
      const { pool, size } = openExtractor(lineLog((line) => context.print.words(line), 'error'))
      try {
        if (options.ndjson) return await extractLines({ input: await opened(file), output: process.stdout, pool, size })
        if (options.url === undefined || !URL.canParse(options.url))
          return carrel.error('carrel: extract needs --url, the address the page came from', { exitCode: 2 })
        const bytes = file === '-' ? await buffer(process.stdin) : await read(file)
        const draft = await pool.extract({ html: pageText(bytes), url: options.url }, new AbortController().signal)
        const article = extractedJson(draft)
        if (context.print.json) context.print.value(article, () => [])
        else context.print.text(article.html)
      } finally {
        await pool.close()
      }
    })
}

/** The file as a stream, opened: a file that is not there is said before the first line. */
async function opened(file: string): Promise<Readable> {
  if (file === '-') return process.stdin
  const handle = await open(file).catch((cause: unknown) => {
    throw new Failure('file.missing', { name: file }, { cause })
  })
  return handle.createReadStream()
}

async function read(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Failure('file.missing', { name: file }, { cause })
  })
  if (bytes.length === 0) throw new Failure('file.empty', { name: file })
  return bytes
}
