// A long text of recommendations read to a list, before anything is fetched: a megabyte of what somebody may have gathered in years.

import { readList } from '../../src/main/reading-lists/read-list.ts'
import type { Bench } from '../bench.ts'
import { below, told } from '../bench-rows.ts'
import { median } from '../figures.ts'

const megabyte = 1_000_000
const runs = 5

export const listOfTextBench: Bench = {
  name: 'list-of-text',
  title: () => 'A reading list of a megabyte of text',
  async run() {
    const text = madeList(megabyte)
    const times: number[] = []
    let works = 0
    const before = process.cpuUsage()
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now()
      works = readList(text).items.length
      times.push(performance.now() - begun)
    }
    const { user, system } = process.cpuUsage(before)
    return [
      told('works found in it', works.toLocaleString('en')),
      below(`read, median of ${runs}`, median(times), 1_000, 'ms'),
      told('  of it work of the processor', `${((user + system) / 1_000 / runs).toFixed(0)} ms`),
    ]
  },
}

/** Headings, numbered works with links and reasons, and some without a link, until there are so many letters. */
function madeList(letters: number): string {
  const lines: string[] = ['# What to read']
  let length = 0
  for (let n = 1; length < letters; n += 1) {
    if (n % 40 === 1) lines.push('', `## Shelf ${Math.ceil(n / 40)}`, '')
    const line =
      n % 9 === 0
        ? `${n}. "The garden of small machines, volume ${n}" by Ada Brandvold, 2019: slow to begin, and worth it in the end.`
        : `${n}. [How the library number ${n} was built](https://shelf-${n % 300}.example.org/essays/${n}) by Ada Brandvold: read it before the others, for it says what an index costs.`
    lines.push(line)
    length += line.length + 1
  }
  return lines.join('\n')
}
