// Starts a program the import is compared with and gives it pages.
import { fork } from 'node:child_process'
import type { PeerAnswer, PeerTask } from './peer-words.ts'

export type Peer = {
  readonly pid: number
  run(task: PeerTask): Promise<{ readonly seconds: number; readonly written: number }>
  close(): void
}

/** Null when the program cannot be started (percollate where the registry cannot be reached). */
export async function startPeer(entry: URL): Promise<Peer | null> {
  const child = fork(entry, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const next = () =>
    new Promise<PeerAnswer | null>((resolve) => {
      child.once('message', (answer: PeerAnswer) => resolve(answer))
      child.once('exit', () => resolve(null))
    })
  if ((await next()) === null) return null
  return {
    pid: child.pid ?? 0,
    async run(task) {
      const answered = next()
      child.send(task)
      const answer = await answered
      if (answer === null || !('seconds' in answer)) throw new Error('a program to compare with ended')
      return answer
    },
    close: () => child.disconnect(),
  }
}
