// Attack: every call of the contract with inputs made from its own schema, good ones and spoilt ones. Each answer is a value of the promised
// shape or a listed failure; afterwards the library is whole.
import path from 'node:path'
import { openDatabase } from '../../../src/main/platform/sqlite.ts'
import { openLocalSite } from '../../../src/main/testing/local-site.ts'
import { type CallName, calls } from '../../../src/shared/contract.ts'
import { failureCodes } from '../../../src/shared/failure.ts'
import type { Attack, Given, Outcome } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { shapeOf, validInput } from './inputs.ts'
import { type Lived, liveIn } from './lived-in.ts'
import { mutateInput } from './mutate-input.ts'
import { type Pools, poolsFor } from './pools.ts'

/** These start processes or walk over every file; a few times is enough. */
const heavy: readonly string[] = ['doctor.run', 'doctor.repair', 'storage.backUp', 'library.welcome']
const mostHeavy = 4
/** Facts are small: whatever was given, a failure repeats no book of it. */
const mostFactLetters = 2_000

export const contract: Attack = {
  name: 'contract',
  async run(given) {
    const site = await openLocalSite()
    const lived = await liveIn(site.url)
    try {
      const pools = poolsFor(site.url, lived.ids)
      const good = await tryCalls(given, lived, pools, 'as its schema allows', (name, chance) => goodInput(name, chance, lived, pools))
      const spoilt = await tryCalls(given, lived, pools, 'spoilt', (name, chance) =>
        mutateInput(goodInput(name, chance, lived, pools), chance),
      )
      return [good, spoilt, await isWhole(lived)]
    } finally {
      await lived.core.remove()
      await site.close()
    }
  },
}

function goodInput(name: CallName, chance: Chance, lived: Lived, pools: Pools): unknown {
  const input = validInput(shapeOf(calls[name].input), chance, pools)
  // A passage that stands where it says is found by no chance.
  return name === 'highlight.add' && chance.next() < 0.7 ? { ...(input as object), ...lived.passage(chance) } : input
}

async function tryCalls(
  given: Given,
  lived: Lived,
  pools: Pools,
  what: string,
  make: (name: CallName, chance: Chance) => unknown,
): Promise<Outcome> {
  const chance = chanceFrom(given.seed + what.length)
  const names = Object.keys(calls) as CallName[]
  const rounds = given.length === 'full' ? 120 : 6
  const broken: string[] = []
  let cases = 0
  let well = 0
  for (let round = 0; round < rounds; round++) {
    const asked = names.filter((name) => !heavy.includes(name) || round < mostHeavy)
    await Promise.all(
      asked.map(async (name) => {
        const input = make(name, chance)
        const why = await tryCall(lived, name, input)
        cases++
        if (why === 'well') well++
        else if (why !== null) broken.push(`${name}: ${why}; given ${shown(input)}`)
      }),
    )
    // What was changed must not stop the rest: a paused queue, a library that may hold nothing.
    await lived.core.call('settings.change', { paused: false, proxy: null, maxBytes: 20_000_000_000 })
    await lived.restock()
    if (pools.ids().length === 0) broken.push('the library is empty, and stays so')
  }
  given.say(`${what}: ${cases} calls`)
  return { name: `calls with inputs ${what}`, cases, broken: [...new Set(broken)], figure: `${well} answered with a value` }
}

/** 'well' for a value, null for a failure that is listed and fits; else what is wrong. */
async function tryCall({ core, faults }: Lived, name: CallName, input: unknown): Promise<string | null> {
  const before = faults.length
  const fits = isInput(name, input)
  // Both ways as between processes.
  const answered = structuredClone(await core.core.call(name, structuredClone(input)))
  if (faults.length > before) return faults.slice(before).join(' ')
  if (answered.ok) {
    if (!fits) return 'an input its schema refuses was answered with a value'
    const checked = calls[name].output.safeParse(answered.value)
    return checked.success ? 'well' : `the value is not of the promised shape: ${checked.error.message.slice(0, 300)}`
  }
  const { code, facts } = answered.failure
  if (code === 'internal' || !failureCodes.includes(code)) return `it failed with ${code}`
  if (!fits && code !== 'input.invalid') return `an input its schema refuses failed with ${code}`
  const long = Object.entries(facts).find(([, fact]) => String(fact).length > mostFactLetters)
  return long === undefined ? null : `its failure repeats ${String(long[1]).length} letters in ${long[0]}`
}

function isInput(name: CallName, input: unknown): boolean {
  try {
    return calls[name].input.safeParse(input).success
  } catch {
    return false
  }
}

async function isWhole(lived: Lived): Promise<Outcome> {
  const broken: string[] = []
  const { core } = lived
  await core.core.settled()
  const { items } = await core.call('item.list', { limit: 10_000 })
  for (const { id } of items) {
    for (const name of ['item.get', 'item.open', 'highlight.ofItem'] as const) {
      const why = await tryCall(lived, name, { id })
      if (why !== 'well') broken.push(`${name} of an item afterwards: ${why}`)
    }
  }
  const { checks } = await core.call('doctor.run', {})
  for (const { name, ok, says } of checks) if (!ok && name !== 'electron') broken.push(`doctor, ${name}: ${says}`)
  const polluted = Object.keys(Object.prototype).concat(Object.keys(Array.prototype))
  if (polluted.length > 0) broken.push(`every object has ${polluted.join(', ')} now`)
  await core.close()

  const database = openDatabase(path.join(core.library, 'library.db'), { readOnly: true })
  if (database.pragma('integrity_check') !== 'ok') broken.push('library.db is damaged')
  if (database.all('PRAGMA foreign_key_check').length > 0) broken.push('library.db: a row points to nothing')
  database.close()
  return { name: 'the library is whole afterwards', cases: items.length * 3 + checks.length + 3, broken }
}

function shown(input: unknown): string {
  try {
    return (JSON.stringify(input) ?? String(input)).slice(0, 300)
  } catch {
    return Object.prototype.toString.call(input)
  }
}
