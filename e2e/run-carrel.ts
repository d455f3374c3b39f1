// Runs the command line as a reader would: the committed executable, a library of its own, the words kept apart from the answer.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from '../src/launch/build-when-stale.mjs'

export type Ran = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** stdout as one JSON value. */
  json(): unknown
}

export const executable = path.join(root, 'carrel.mjs')

/** The environment of every program a journey starts: no proxies, no display, no Electron, nothing of the tester's own library. */
export function plainEnvironment(home: string, library: string): Record<string, string> {
  const { PATH = '', SystemRoot = '' } = process.env
  return {
    // What a journey puts there is installed on its machine.
    PATH: `${path.join(home, 'bin')}${path.delimiter}${PATH}`,
    ...(SystemRoot === '' ? {} : { SystemRoot }),
    HOME: home,
    USERPROFILE: home,
    APPDATA: path.join(home, 'appdata'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    LANG: 'C.UTF-8',
    BROWSER: 'none',
    CARREL_LIBRARY: library,
    // Its helpers are started by the hundred: they need not be compiled anew each time.
    NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compiled'),
  }
}

export function runCarrel(args: readonly string[], options: { env: Record<string, string>; input?: string; cwd?: string }): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [executable, ...args], { env: options.env, cwd: options.cwd ?? root, stdio: 'pipe' })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr, json: () => JSON.parse(stdout) }))
    child.stdin.end(options.input ?? '')
  })
}
