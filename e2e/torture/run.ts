// npm run torture: every attack at full length, one table, the seed that repeats it.
// Usage: npm run torture -- [--seed N] [--only name,…] [--short] [--corpus <folder>, or CARREL_TORTURE_CORPUS]
import { parseArgs } from 'node:util'
import { allAttacks } from './all-attacks.ts'
import type { Outcome } from './attack.ts'
import { outcomeTable } from './outcome-table.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' }, short: { type: 'boolean', default: false }, corpus: { type: 'string' } },
})
const corpus = values.corpus ?? process.env.CARREL_TORTURE_CORPUS
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
const wanted = allAttacks.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name))
if (!Number.isSafeInteger(seed) || wanted.length === 0) {
  process.stderr.write(`usage: npm run torture -- [--seed N] [--short] [--only ${allAttacks.map(({ name }) => name).join(',')}]\n`)
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const attack of wanted) {
  const begun = performance.now()
  const given = {
    length: values.short ? ('short' as const) : ('full' as const),
    seed,
    ...(corpus === undefined ? {} : { corpus }),
    say: (line: string) => void process.stderr.write(`  ${line}\n`),
  }
  process.stderr.write(`${attack.name}\n`)
  outcomes.push(...(await attack.run(given)))
  process.stderr.write(`  ${((performance.now() - begun) / 1_000).toFixed(0)} s\n`)
}
const gaveWay = outcomes.filter(({ broken }) => broken.length > 0).length
process.stdout.write(
  `\n${outcomeTable(outcomes)}\n${outcomes.reduce((sum, { cases }) => sum + cases, 0)} cases, seed ${seed}; ${gaveWay} of ${outcomes.length} gave way\n`,
)
process.exitCode = gaveWay === 0 ? 0 : 1
