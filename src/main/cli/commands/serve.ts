// carrel serve: the same screens in a browser, on this machine only.
import type { Command } from 'commander'
import { keepHeapSmall } from '../../platform/small-heap.ts'
import { homePorts } from '../../server/home-ports.ts'
import { openServer } from '../../server/loopback.ts'
import type { Context } from '../context.ts'
import { openBrowser } from '../open-browser.ts'

export function addServe(carrel: Command, context: Context): void {
  carrel
    .command('serve')
    .description('open the library in the browser, served on this machine only')
    .option('--port <n>', 'the port to listen on (default: the same one for this library at every start)', Number)
    .option('--no-open', 'only print the address')
    .action(async (options: { port?: number; open: boolean }) => {
      const { port } = options
      if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
        carrel.error('carrel: --port is a number below 65536', { exitCode: 2 })
      keepHeapSmall()
      const core = await context.openCore('long-lived', (path) => openBrowser(path, process.env))
      const server = await openServer({ core, homes: homePorts(context.libraryFolder()), ...(port === undefined ? {} : { port }) }).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
          context.print.words(
            `Port ${port} cannot be used (${error.code === 'EACCES' ? 'not allowed' : 'something else listens there'}). Choose another with --port.`,
          )
          return null
        },
      )
      if (!server) {
        context.exitCode = 1
        return
      }
      context.print.value({ url: server.url }, () => [server.url])
      context.print.words('Carrel is open. Stop it with Ctrl+C.')
      if (options.open) await openBrowser(server.urlForOnce(), process.env)
      await ended(process)
      await server.close()
    })
}

/** Until somebody stops us. */
function ended(process: NodeJS.Process): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
