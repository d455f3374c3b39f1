// Starts one of our own programs (an extract process, the index worker) as a child process: under Node, and inside Electron alike.
import { type ChildProcess, fork } from 'node:child_process'
import { withTidyAllocator } from '../../launch/tidy-allocator.mjs'

/**
 * Starts `entry` (a file of entry-file.ts) with `args`. It speaks over IPC by structured clone, so bytes stay bytes; `flags` are V8's and
 * Node's for it alone. A child hears 'disconnect' when its parent ends, however that ends.
 */
export function forkProgram(entry: URL | string, args: readonly string[], flags: readonly string[]): ChildProcess {
  return fork(entry, [...args], {
    execArgv: [...flags, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A tenth of an extract process’s memory.
    env: withTidyAllocator({ ...plainEnvironment(), ELECTRON_RUN_AS_NODE: '1' }),
  })
}

/** Nothing that starts a debugger or loads a test runner in the parent may do so in the child. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_CHANNEL_FD: _channel, VITEST: _vitest, ...rest } = process.env
  return rest
}
