// The most memory each process ever had, as Linux counts it (VmHWM); watched because extract processes come and go.
import { readdirSync, readFileSync } from 'node:fs'

export type MemoryWatch = {
  /** Peak in bytes by process id; empty where /proc is not there. */
  stop(): ReadonlyMap<number, number>
}

/** Looks at the processes `pids` names, twice a second, until stopped. */
export function watchMemory(pids: () => readonly number[]): MemoryWatch {
  const peaks = new Map<number, number>()
  const look = () => {
    for (const pid of pids()) {
      const peak = peakOf(pid)
      if (peak !== null) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peak))
    }
  }
  const timer = setInterval(look, 500)
  return {
    stop() {
      look()
      clearInterval(timer)
      return peaks
    },
  }
}

function peakOf(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** The living children of a process by the name of the program each runs (`extract-process`); empty where /proc is not there. */
export function childrenOf(pid: number): ReadonlyMap<number, string> {
  try {
    const ids = readdirSync(`/proc/${pid}/task`).flatMap(
      (task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').match(/\d+/g) ?? [],
    )
    return new Map(ids.map((id) => [Number(id), programOf(Number(id))]))
  } catch {
    return new Map()
  }
}

function programOf(pid: number): string {
  try {
    return /([\w-]+)\.[jt]s(?:\0|$)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] ?? 'process'
  } catch {
    return 'process'
  }
}
