// Which processes a process has started, and whether they are gone. Linux tells; elsewhere nothing is known and nothing is held against anybody.
import { readFileSync } from 'node:fs'

export type Child = { readonly pid: number; readonly words: string }

/** The children of a process with the words they were started with. */
export function childrenOf(pid: number): readonly Child[] {
  const pids = readOr(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number)
  return pids.map((child) => ({ pid: child, words: wordsOf(child) }))
}

/** Those of the processes that still live; a number that was given to another program meanwhile is not one of them. */
export function livingOf(children: readonly Child[]): readonly Child[] {
  return children.filter(
    ({ pid, words }) => words !== '' && wordsOf(pid) === words && !/^State:\s+[ZX]/m.test(readOr(`/proc/${pid}/status`)),
  )
}

function wordsOf(pid: number): string {
  return readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
