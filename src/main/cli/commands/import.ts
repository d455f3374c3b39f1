// carrel import <file|->: a text of recommendations in, the list it makes out. No library, no request: nothing is saved by looking.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { Failure } from '../../../shared/failure.ts'
import { ListFormat, listFormats } from '../../../shared/reading-list.ts'
import { previewList } from '../../core.ts'
import type { Context } from '../context.ts'
import { listLines } from '../list-lines.ts'

type Options = { readonly dryRun?: boolean; readonly base?: string; readonly format?: string }

export function addImport(carrel: Command, context: Context): void {
  carrel
    .command('import')
    .description('read a text of recommendations (comment, README, bookmarks, OPML, CSV) as a list; sends no request')
    .argument('<file>', 'a file, or - for stdin')
    .option('--dry-run', 'show the list and save nothing')
    .option('--base <address>', 'where the text came from; its relative links are resolved against it')
    .option('--format <format>', `how to read it: ${listFormats.join(', ')} (default: told from the text)`)
    .action(async (file: string, options: Options) => {
      const wrong = (words: string): never => carrel.error(`carrel: ${words}`, { exitCode: 2 })
      const format = options.format === undefined ? undefined : ListFormat.safeParse(options.format)
      if (format && !format.success) return wrong(`--format is ${listFormats.join(', ')}, not “${options.format}”`)
      if (options.base !== undefined && !/^https?:\/\//i.test(options.base)) return wrong('--base is an address that begins with http')
      if (!options.dryRun) return wrong('import cannot save a list yet; --dry-run shows what it would be, and carrel save takes its links')
      const bytes = file === '-' ? await buffer(process.stdin) : await read(file)
      const list = previewList(bytes, {
        ...(file === '-' ? {} : { name: path.basename(file) }),
        ...(options.base === undefined ? {} : { base: options.base }),
        ...(format === undefined ? {} : { format: format.data }),
      })
      context.print.value({ title: list.title, source: list.source, items: list.items }, () => listLines(list))
    })
}

async function read(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Failure('file.missing', { name: file }, { cause })
  })
  if (bytes.length === 0) throw new Failure('file.empty', { name: file })
  return bytes
}
