// The three doors of one library, each in a process of its own: a core as the window has one, `carrel serve`, and one command after another.
import { execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type CoreProcess, prepareCoreProcess } from '../../../src/main/testing/core-process.ts'
import type { Answer, CallName, InputOf, OutputOf, PublishedEvent } from '../../../src/shared/contract.ts'
import { Failure } from '../../../src/shared/failure.ts'

export type Door = {
  readonly name: 'window' | 'server' | 'command'
  /** A call of the contract; throws its failure. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** What it was told happened; a command is told nothing. */
  heard(): readonly PublishedEvent[]
  close(): Promise<void>
}
export type WindowDoor = Door & Pick<CoreProcess, 'keepHouse'>

const commandLine = fileURLToPath(new URL('../../../src/main/cli/index.ts', import.meta.url))
const flags = ['--disable-warning=ExperimentalWarning', commandLine]

export async function openWindowDoor(library: string): Promise<WindowDoor> {
  const core = await prepareCoreProcess().open(library, { hurried: true })
  return { name: 'window', call: core.call, keepHouse: core.keepHouse, heard: () => core.events, close: core.close }
}

export async function openServerDoor(library: string): Promise<Door> {
  const child = spawn(process.execPath, [...flags, '--library', library, '--json', 'serve', '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const said = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('close', () => reject(new Error('carrel serve ended')))
  })
  const address = new URL(JSON.parse(said).url)
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await entered.body?.cancel()
  const heard: PublishedEvent[] = []
  const hearing = new AbortController()
  void listen(new URL('/events', address), cookie, hearing.signal, heard)
  return {
    name: 'server',
    async call(name, input) {
      const response = await fetch(new URL(`/call/${name}`, address), {
        method: 'POST',
        headers: { cookie, origin: address.origin, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      return told((await response.json()) as Answer) as never
    },
    heard: () => heard,
    async close() {
      hearing.abort()
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Every call is a command of its own: opened, done, closed. */
export function openCommandDoor(library: string): Door {
  return {
    name: 'command',
    async call(name, input) {
      const { stdout } = await runCommand(library, ['call', name, JSON.stringify(input)])
      return JSON.parse(stdout) as never
    },
    heard: () => [],
    close: async () => undefined,
  }
}

/** Runs one command of the command line; throws when it fails. */
export async function runCommand(library: string, words: readonly string[]): Promise<{ readonly stdout: string }> {
  return promisify(execFile)(process.execPath, [...flags, '--library', library, '--json', ...words], { maxBuffer: 100_000_000 })
}

async function listen(url: URL, cookie: string, signal: AbortSignal, heard: PublishedEvent[]): Promise<void> {
  try {
    const response = await fetch(url, { headers: { cookie }, signal })
    let rest = ''
    for await (const piece of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)))
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

function told(answer: Answer): unknown {
  if (!answer.ok) throw new Failure(answer.failure.code, answer.failure.facts)
  return answer.value
}
