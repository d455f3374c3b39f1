// npm run bench: every bench, one table. What each measures is in measures/; README.md says how to read it.
// Usage: npm run bench -- [--corpus <folder>] [--pages N] [--items N] [--only <name>]
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { BenchOptions } from './bench.ts'
import { tableOf } from './bench-rows.ts'
import { allBenches } from './measures/all.ts'
import { buildPrograms } from './programs/build-programs.ts'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    pages: { type: 'string', default: '500' },
    items: { type: 'string', default: '10000' },
    only: { type: 'string' },
  },
})
const [pages, items] = [Number(values.pages), Number(values.items)]
const wanted = allBenches.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name))
if (!(pages > 0 && items >= 1_000) || wanted.length === 0) {
  const names = allBenches.map(({ name }) => name).join(', ')
  process.stderr.write(`usage: npm run bench -- [--corpus <folder>] [--pages N] [--items N, at least 1000] [--only ${names}]\n`)
  process.exit(2)
}

const options: BenchOptions = {
  corpus: values.corpus ?? process.env.CARREL_BENCH_CORPUS ?? null,
  pages,
  items,
  programs: await buildPrograms(),
  say: (line) => process.stderr.write(`${line}\n`),
}
const begun = performance.now()
const tables: string[] = []
let missed = 0
for (const bench of wanted) {
  // One that breaks does not take the figures of the others with it.
  const rows = await bench.run(options).catch((error: unknown) => {
    options.say(String(error instanceof Error ? error.stack : error))
    return [{ what: 'broke off', value: '', against: '', ok: false }]
  })
  missed += rows.filter(({ ok }) => ok === false).length
  tables.push(tableOf(bench.title(options), rows))
}
process.stdout.write(`\n${tables.join('\n')}\n`)
const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
process.stdout.write(`${availableParallelism()} processors, Node ${process.versions.node}, ${seconds} s; ${missed} below what is asked\n`)
process.exitCode = missed === 0 ? 0 : 1
