// The loopback door as a journey opens it: `carrel serve`, its address read from the first line.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { executable } from './run-carrel.ts'

export type ServedLibrary = { readonly url: string; close(): Promise<void> }

export async function serveLibrary(env: Record<string, string>): Promise<ServedLibrary> {
  const child = spawn(process.execPath, [executable, 'serve', '--no-open', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const firstLine = new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve))
  const line = await Promise.race([
    firstLine,
    ended.then((code) => {
      throw new Error(`carrel serve ended (${code}) before it said its address.\n${stderr}`)
    }),
  ])
  const { url } = JSON.parse(line)
  return {
    url,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
