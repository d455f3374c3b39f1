// Every monster through real extract processes: a copy or a listed failure, within the limit, and memory back where it was.
import { readFileSync } from 'node:fs'
import { openExtractPool } from '../../../src/main/extract/pool.ts'
import { systemClock } from '../../../src/main/platform/clock.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { Given, Outcome } from '../attack.ts'
import { collectedHeap } from '../collected-heap.ts'
import type { Monster } from './monsters.ts'

const mostKept = 40_000_000
/** What a child may hold with a page in its hands: its heap's limit, half as much again outside of it, and itself. */
const mostOfChild = 2_400_000_000

/** `within`: every one of them must become a copy, for pages of this size are nothing unusual. */
export async function cleanMonsters(
  given: Given,
  name: string,
  monsters: readonly Monster[],
  size: number,
  within = false,
): Promise<Outcome> {
  const pool = openExtractPool({
    size: 2,
    entry: new URL('../../../src/main/extract/extract-process.ts', import.meta.url),
    log: silentLog,
    clock: systemClock,
  })
  const broken: string[] = []
  const ends = new Map<string, number>()
  let most = 0
  const before = collectedHeap()
  const watch = setInterval(() => {
    for (const pid of pool.pids()) most = Math.max(most, peakOf(pid))
  }, 250)
  const clean = async ({ name: what, page }: Monster): Promise<void> => {
    const begun = performance.now()
    const end = await pool.extract({ html: page(size), url: 'https://kettle.example/notes/one.html' }, new AbortController().signal).then(
      (draft) => (draft.words > 0 ? 'copy' : 'copy without words'),
      (error: unknown) => (error instanceof Failure ? `${error.code} ${String(error.facts.limit ?? '')}`.trim() : String(error)),
    )
    given.say(`${name}, ${what}: ${end}, ${((performance.now() - begun) / 1_000).toFixed(1)} s`)
    ends.set(end, (ends.get(end) ?? 0) + 1)
    // Time and memory are limits somebody set; a process that crashed met none of them.
    if (!/^(?:copy|page\.[a-z-]+(?: nodes| time| memory)?)$/.test(end) || (within && end !== 'copy'))
      broken.push(`${what} of ${size}: ${end}`)
  }
  try {
    const waiting = [...monsters]
    await Promise.all(
      [0, 1].map(async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await clean(next)
      }),
    )
    const draft = await pool.extract(
      {
        html: `<title>After</title>${'<p>After all of them, a page like any other is cleaned as ever. </p>'.repeat(9)}`,
        url: 'https://kettle.example/',
      },
      new AbortController().signal,
    )
    if (!draft.text.includes('like any other')) broken.push('the page after them')
  } finally {
    clearInterval(watch)
    await pool.close()
  }
  const kept = collectedHeap() - before
  if (kept > mostKept) broken.push(`${(kept / 1e6).toFixed(0)} MB more are held than before`)
  if (most > mostOfChild) broken.push(`an extract process held ${(most / 1e6).toFixed(0)} MB`)
  const told = [...ends].sort((a, b) => b[1] - a[1]).map(([end, number]) => `${number} ${end}`)
  return { name, cases: monsters.length, broken, figure: `${told.join(', ')}; a child held ${(most / 1e6).toFixed(0)} MB at most` }
}

/** The most memory a process ever had, in bytes; 0 where nobody says. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024
  } catch {
    return 0
  }
}
