// Runs another program in this one's place: same streams, same signals, same end.
import { spawn } from 'node:child_process'

/**
 * @typedef {{ readonly code: number | null, readonly signal: NodeJS.Signals | null }} Ending
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {'inherit' | 'ignore' | 'pipe'} [stdout] inherit unless said
 * @property {'inherit' | 'ignore' | 'pipe'} [stderr] inherit unless said
 * @property {(child: import('node:child_process').ChildProcess) => void} [started]
 */

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Resolves when the program has ended; rejects when it cannot be started. A channel joins the two, so that a program
 * run by us learns of our sudden end (see followLauncher).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ending>}
 */
export function runProgram(command, args, { env = process.env, cwd, stdout = 'inherit', stderr = 'inherit', started } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['inherit', stdout, stderr, 'ipc'],
      windowsHide: true,
    })
    const passers = passedOn.map((signal) => {
      const pass = () => {
        // A terminal sends its Ctrl-C to the whole group: passing it on would make two of one.
        if (signal === 'SIGINT' && process.stdin.isTTY) return
        child.kill(signal)
      }
      process.on(signal, pass)
      return () => process.off(signal, pass)
    })
    const stop = () => {
      for (const off of passers) off()
    }
    child.once('error', (error) => {
      stop()
      reject(error)
    })
    child.once('close', (code, signal) => {
      stop()
      resolve({ code, signal })
    })
    started?.(child)
  })
}

/**
 * Ends this process as the other one ended: by the same code or the same signal.
 * @param {Ending} ending
 */
export function endLike({ code, signal }) {
  if (signal !== null) process.kill(process.pid, signal)
  process.exitCode = code ?? 1
}

/** In a program run by runProgram: ends as on SIGTERM when the one who started it is suddenly gone. */
export function followLauncher() {
  if (process.channel === undefined || process.channel === null) return
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // Listening must not keep the program alive.
  process.channel.unref()
}
