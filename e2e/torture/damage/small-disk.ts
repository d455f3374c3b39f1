// Cases that need a disk of their own: a small one in memory, mounted for one child process alone. Needs root on Linux; elsewhere it is said
// that they were left out.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Given, Outcome } from '../attack.ts'

export const canMount = process.platform === 'linux' && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

const script = join(import.meta.dirname, 'small-disk-process.ts')
const classes = {
  full: { name: 'damage: a disk that is full at each stage', cases: [9, 180] },
  folder: { name: 'damage: the folder read-only, taken out, moved, deleted', cases: [5, 25] },
} as const

/** Runs the cases in their child; it tells one line of JSON a case. */
export async function onSmallDisk(given: Given, what: keyof typeof classes): Promise<Outcome> {
  const { name, cases: wanted } = classes[what]
  if (!canMount) return { name, cases: 0, broken: [], figure: 'left out: no disk can be mounted here' }
  const cases = wanted[given.length === 'short' ? 0 : 1]
  const folder = mkdtempSync(join(tmpdir(), 'carrel-small-disk-'))
  const inside = 'mount -t tmpfs -o size=12m none "$1" && exec "$2" "$3" "$4" "$1" "$5" "$6"'
  const child = spawn(
    'unshare',
    ['-m', 'sh', '-c', inside, 'sh', folder, process.execPath, script, what, String(given.seed), String(cases)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let told = ''
  let cried = ''
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    told += data
  })
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    cried += data
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  rmSync(folder, { recursive: true, force: true })
  const lines = told
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly what: string; readonly said: string; readonly complaints: readonly string[] })
  const broken = lines.flatMap(({ what: of, complaints }) => complaints.map((complaint) => `seed ${given.seed}, ${of}: ${complaint}`))
  if (code !== 0 || lines.length !== cases)
    broken.push(`the process ended with ${code} after ${lines.length} of ${cases} cases: ${cried.slice(0, 600)}`)
  const said = Map.groupBy(lines, (line) => line.said)
  given.say(`${name}: ${lines.length}`)
  return { name, cases: lines.length, broken, figure: [...said].map(([word, of]) => `${of.length} ${word}`).join(', ') }
}
