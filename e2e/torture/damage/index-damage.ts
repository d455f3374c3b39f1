// index.db harmed like library.db: it is disposable, so nobody is told anything; after a moment everything is found again.
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repairLibrary } from '../../../src/main/cache/repair/repair-library.ts'
import { openTemporaryCore, type TemporaryCore } from '../../../src/main/testing/temporary-core.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { Given, Outcome } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { cut, scatter } from './database-damage.ts'
import { unsaid } from './judge.ts'
import { type Lived, optionsFor } from './lived-library.ts'

const harms: Readonly<Record<string, (path: string, chance: Chance) => void>> = {
  'random bytes': (path, chance) => void scatter(path, chance.between(1, 20_000), chance),
  'its head': (path) => {
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0x5a, 0, 100))
  },
  cut: (path, chance) => void cut(path, chance),
  empty: (path) => truncateSync(path, 0),
  gone: (path) => rmSync(path),
  'no database': (path) => writeFileSync(path, 'a shopping list '.repeat(3_000)),
  'its log of nonsense': (path, chance) => writeFileSync(`${path}-wal`, Buffer.alloc(chance.between(1, 60_000), 0x37)),
  'its claim of nonsense': (path) => writeFileSync(path.replace(/index\.db$/, 'index-claim.db'), 'x'.repeat(9_000)),
  'a folder': (path) => {
    rmSync(path)
    mkdirSync(path)
  },
}

export async function harmIndex(given: Given, lived: Lived): Promise<Outcome> {
  const names = Object.keys(harms)
  const cases = given.length === 'short' ? 3 : 45
  const broken: string[] = []
  let silent = 0
  const { folder, remove } = lived.copy('closed')
  const first = await openTemporaryCore({ library: folder })
  await first.core.settled()
  const there = await found(first)
  await first.close()
  if (there !== lived.words.size) broken.push(`before any harm ${there} are found`)
  for (let n = 0; n < cases; n++) {
    const chance = chanceFrom(given.seed * 6_700_417 + n)
    const name = given.length === 'short' ? chance.pick(names) : (names[n % names.length] ?? '')
    const running = chance.next() < 0.3
    let open: TemporaryCore | null = null
    try {
      if (running) {
        open = await openTemporaryCore({ library: folder })
        await found(open)
      }
      harms[name]?.(join(folder, 'index.db'), chance)
      open ??= await openTemporaryCore({ library: folder })
      await found(open)
      // What was harmed while it is open may only be noticed by the next who opens it.
      await open.close()
      open = await openTemporaryCore({ library: folder })
      await open.core.settled()
      let hits = await found(open)
      if (hits < lived.words.size && name === 'random bytes') {
        // Bytes that changed without breaking anything: only a repair, which makes the index anew, can put that right.
        silent += 1
        await open.close()
        await repairLibrary(optionsFor(folder, { role: 'short' }))
        open = await openTemporaryCore({ library: folder })
        await open.core.settled()
        hits = await found(open)
      }
      if (hits !== lived.words.size) broken.push(`seed ${given.seed}, case ${n} (${name}): ${hits} of ${lived.words.size} are found`)
      await open.close()
    } catch (error) {
      await open?.close().catch(() => undefined)
      broken.push(
        `seed ${given.seed}, case ${n} (${name}${running ? ', while running' : ''}): ${error instanceof Failure ? `said ${error.code}` : unsaid(error)}`,
      )
      rmSync(join(folder, 'index.db'), { recursive: true, force: true })
    }
  }
  remove()
  given.say(`index.db: ${cases}`)
  return { name: 'damage: index.db', cases, broken, figure: `${silent} poorer without a sign, until repaired` }
}

async function found({ call }: TemporaryCore): Promise<number> {
  return (await call('search.find', { words: 'says', limit: 200, order: 'newest', in: 'everything' })).hits.length
}
