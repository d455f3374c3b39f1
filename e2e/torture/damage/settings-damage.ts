// Settings of nonsense, as another hand or a damaged page leaves them: the others stand, the wrong ones are at their defaults.
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { openLibrary } from '../../../src/main/cache/open-library.ts'
import { defaultSettings } from '../../../src/shared/settings.ts'
import type { Given, Outcome } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { tried } from './judge.ts'
import { type Lived, optionsFor } from './lived-library.ts'

const values = [
  '',
  '{',
  'null',
  '"\u0000"',
  '-1',
  '1e999',
  '[[[[',
  '{"__proto__":{"x":1}}',
  '"constructor"',
  '9'.repeat(400),
  '{"reading":5}',
  'true',
  '[]',
  '{}',
]

export async function harmSettings(given: Given, lived: Lived): Promise<Outcome> {
  const cases = given.length === 'short' ? 20 : 300
  const chance = chanceFrom(given.seed)
  const { folder, remove } = lived.copy('closed')
  const library = await openLibrary(optionsFor(folder))
  const cache = await openCache(optionsFor(folder))
  const keys = [...Object.keys(defaultSettings), '__proto__', 'constructor', '', 'x'.repeat(1_000)]
  const broken: string[] = []
  for (let n = 0; n < cases; n++) {
    const [key, value] = [chance.pick(keys), chance.pick(values)]
    library.database.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', key, value)
    const complaints = await tried('reading and changing settings', () => {
      cache.settings.get()
      const paused = chance.next() < 0.5
      if (cache.settings.change({ paused }).paused !== paused) throw new Error('a change was not kept')
      if (cache.settings.get().paused !== paused) throw new Error('a change was forgotten')
    })
    broken.push(...complaints.map((complaint) => `seed ${given.seed}, case ${n} (${key}: ${value}): ${complaint}`))
  }
  cache.close()
  library.database.close()
  remove()
  return { name: 'damage: settings of nonsense', cases, broken }
}
