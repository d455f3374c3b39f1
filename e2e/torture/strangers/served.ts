// The door that is attacked: `carrel serve` in a process of its own, on a library with one article, watched from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openLocalSite } from '../../../src/main/testing/local-site.ts'
import { openTemporaryCore } from '../../../src/main/testing/temporary-core.ts'
import type { Answer } from '../../../src/shared/contract.ts'
import { plainEnvironment } from '../../run-carrel.ts'

export type Served = {
  readonly port: number
  readonly token: string
  readonly pid: number
  readonly library: string
  readonly item: string
  readonly copy: string
  /** The name of a picture's bytes. */
  readonly blob: string
  /** Words that only the library holds: whoever reads them has come in. */
  readonly secrets: readonly string[]
  /** Everything the process has printed so far. */
  printed(): string
  /** What its owner is answered, by a fresh connection. */
  call(name: string, input: unknown): Promise<Answer>
  /** Sockets and files it has open; null where the system does not tell. */
  handles(): number | null
  /** Resident bytes; null where the system does not tell. */
  bytes(): number | null
  /** Ends it as Ctrl+C does and resolves with its exit code, or the signal that ended it. */
  stop(): Promise<string>
  remove(): Promise<void>
}

const commandLine = fileURLToPath(new URL('../../../src/main/cli/index.ts', import.meta.url))

export async function serveToStrangers(): Promise<Served> {
  const home = mkdtempSync(path.join(tmpdir(), 'carrel-strangers-'))
  const library = path.join(home, 'library')
  for (const folder of ['config', 'data', 'appdata']) await mkdir(path.join(home, folder))
  const shelved = await fillLibrary(library)
  const env = { ...plainEnvironment(home, library), CARREL_LOG: 'debug' }
  const child = spawn(process.execPath, [commandLine, 'serve', '--no-open', '--json', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: string): void => {
    printed += chunk
  }
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep)
  const ended = new Promise<string>((resolve) => child.once('close', (code, signal) => resolve(String(signal ?? code))))
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    ended.then((code) => {
      throw new Error(`carrel serve ended (${code}) before it said its address.\n${printed}`)
    }),
  ])
  const url = new URL((JSON.parse(line) as { url: string }).url)
  const token = url.searchParams.get('token') ?? ''
  const pid = child.pid ?? 0
  return {
    ...shelved,
    port: Number(url.port),
    token,
    pid,
    library,
    printed: () => printed,
    async call(name, input) {
      const response = await fetch(`${url.origin}/call/${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify(input),
      })
      return (await response.json()) as Answer
    },
    handles: () => ask(() => readdirSync(`/proc/${pid}/fd`).length),
    bytes: () => ask(() => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_000),
    stop: () => stop(child, ended),
    async remove() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function fillLibrary(library: string): Promise<Pick<Served, 'item' | 'copy' | 'blob' | 'secrets'>> {
  const site = await openLocalSite()
  const { core, call, close } = await openTemporaryCore({ library })
  try {
    const { results } = await call('item.save', { links: [`${site.url}/blog/small-structures-1-ring-buffer/`], typed: true })
    await core.settled()
    const [saved] = results
    if (!saved?.ok) throw new Error('the article of the library could not be saved')
    const { copy, item } = await call('item.open', { id: saved.item.id })
    if (copy === null) throw new Error('the article of the library has no copy')
    const page = new TextDecoder().decode((await core.respond({ path: `/copy/${copy.id}/`, method: 'GET' })).body)
    const blob = /asset\/([0-9a-f]{64})/.exec(page)?.[1]
    if (blob === undefined) throw new Error('the article of the library has no picture')
    return { item: item.id, copy: copy.id, blob, secrets: [item.title, 'SQLite format 3', 'root:x:0', '"productName"'] }
  } finally {
    await close()
    await site.close()
  }
}

function ask(read: () => number): number | null {
  try {
    return read()
  } catch {
    return null
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<string> {
  child.kill('SIGTERM')
  return ended
}
