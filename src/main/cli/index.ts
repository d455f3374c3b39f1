// Door: the command line. Reads the words, opens the core, prints. Exit status 0 done, 1 something failed and is said, 2 wrong usage.
import { Command, CommanderError } from 'commander'
import { Failure } from '../../shared/failure.ts'
import { addCall } from './commands/call.ts'
import { addDoctor } from './commands/doctor.ts'
import { addExtract } from './commands/extract.ts'
import { addHighlights } from './commands/highlights.ts'
import { addImport } from './commands/import.ts'
import { addList } from './commands/list.ts'
import { addRead } from './commands/read.ts'
import { addRefresh } from './commands/refresh.ts'
import { addSave } from './commands/save.ts'
import { addSearch } from './commands/search.ts'
import { addServe } from './commands/serve.ts'
import { addTag } from './commands/tag.ts'
import { type Context, openContext } from './context.ts'
import { failureLines } from './print.ts'
import { version } from './version.ts'

const usage = 2

function program(context: Context): Command {
  const carrel = new Command('carrel')
    .description('Keeps articles and talk links complete on this machine, to read with the network off.')
    .version(version)
    .option('--library <folder>', 'the library to use (default: this user’s own)')
    .option('--json', 'one JSON value on stdout; words and progress on stderr')
    .showHelpAfterError('(carrel --help shows what there is)')
    .exitOverride()
    .configureOutput({ writeErr: (text) => context.print.words(text.trimEnd()) })
    .addHelpText(
      'after',
      '\nWithout a command, Carrel opens its window (or, where that cannot be had, the same library in the browser).\nExit status: 0 done, 1 something failed and is said, 2 wrong usage.',
    )
  for (const add of [
    addSave,
    addImport,
    addList,
    addRead,
    addSearch,
    addTag,
    addHighlights,
    addRefresh,
    addServe,
    addExtract,
    addCall,
    addDoctor,
  ])
    add(carrel, context)
  return carrel
}

async function main(): Promise<number> {
  const context = openContext(process)
  try {
    const carrel = program(context)
    carrel.hook('preAction', (_root, command) => context.use(command.optsWithGlobals()))
    await carrel.parseAsync(process.argv)
    return context.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage
    if (error instanceof Failure) {
      context.print.failure(error.toValue())
      return error.code === 'input.invalid' || error.code === 'call.unknown' ? usage : 1
    }
    context.print.words(
      ...failureLines({ code: 'internal', facts: {} }),
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    )
    return 1
  } finally {
    await context.close()
  }
}

// A reader of our output that went away (`carrel list | head`) is no mistake of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main()
