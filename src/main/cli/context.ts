// What every command is given: the core, opened when first asked for, and a way to print.
import type { Answer, CallName, InputOf, OutputOf } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import type { RepairReport } from '../../shared/repair-report.ts'
import { type Core, openCore, repairLibrary } from '../core.ts'
import { lineLog } from '../platform/log.ts'
import { libraryFolder } from '../platform/paths.ts'
import { openPrint, type Print } from './print.ts'
import { version } from './version.ts'

export type Context = {
  readonly print: Print
  exitCode: number
  /** Takes the options that stand before every command. */
  use(options: { readonly library?: string; readonly json?: boolean }): void
  /** Repairs the library, which nobody may have open then. Throws its failure. */
  repair(): Promise<RepairReport>
  /** The library's folder, whether it is there or not. */
  libraryFolder(): string
  openCore(role: 'short' | 'long-lived', openPath?: (path: string) => Promise<boolean>): Promise<Core>
  /** A call of the contract; throws its failure. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Ends when the command's own jobs are done and indexed. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** The context of one command of one process. */
export function openContext(process: NodeJS.Process): Context {
  let print = openPrint(process, process.argv.includes('--json'))
  let library: string | undefined
  let core: Promise<Core> | undefined
  const log = lineLog((line) => print.words(line), process.env.CARREL_LOG === 'debug' ? 'debug' : 'error')

  const folder = (): string => libraryFolder({ env: process.env, platform: process.platform, argument: library })
  let closing = false
  const context: Context = {
    get print() {
      return print
    },
    exitCode: 0,
    use(options) {
      library = options.library
      print = openPrint(process, options.json === true)
    },
    libraryFolder: folder,
    repair: () => repairLibrary({ library: folder(), log }),
    openCore(role, openPath) {
      core ??= openCore({ library: folder(), role, version, log, env: process.env, ...(openPath ? { openPath } : {}) })
      return core
    },
    async call(name, input) {
      const opened = await context.openCore('short')
      const answered = (await opened.call(name, input)) as Answer<typeof name>
      if (!answered.ok) throw new Failure(answered.failure.code, answered.failure.facts)
      return answered.value
    },
    async settled() {
      await (await context.openCore('short')).settled()
    },
    async close() {
      const opened = core
      core = undefined
      // A core that could not open has said so already.
      if (opened) await opened.then((open) => open.close()).catch(() => undefined)
    },
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A group's Ctrl+C may come twice (from the terminal and from the launcher): the second must not cut the closing short.
    process.on(signal, () => {
      if (closing) return
      closing = true
      void context.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
    })
  }
  return context
}
