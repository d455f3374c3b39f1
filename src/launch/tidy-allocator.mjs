// The environment in which a program of ours gives freed memory back. Only who starts a program can set it: the launcher for what stays
// open, src/main/platform/fork-program.ts for the core's children. V8's own heap is small-heap.ts's.
import { fileURLToPath } from 'node:url'

/** Two stores for all threads together; pieces from 128 KB on, and as much at a store's end, are given straight back. */
const settings = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

/**
 * For glibc, which otherwise keeps a store of freed memory for every thread and raises its threshold for giving large pieces back with
 * every one of them: after 200 pages that was 50 MB of a core's 259. Other systems do not read these; what the reader has set stands.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withTidyAllocator(env) {
  return { ...settings, ...env }
}

/**
 * Puts a carrel.mjs with `args` and these settings in this one's place, under the same process id (40 ms). Where that is not possible or
 * of no use, nothing happens: they are set already, no Linux, or a launcher's channel (run-program.mjs), which would be cut.
 * @param {readonly string[]} args
 */
export function startAgainTidily(args) {
  if (process.platform !== 'linux' || process.channel || 'MALLOC_ARENA_MAX' in process.env || process.execve === undefined) return
  const executable = fileURLToPath(new URL('../../carrel.mjs', import.meta.url))
  process.execve(process.execPath, [process.execPath, ...process.execArgv, executable, ...args], withTidyAllocator(process.env))
}
