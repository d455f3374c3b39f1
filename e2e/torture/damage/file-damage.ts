// Saved files harmed by hand: what lost its file says so, everything else reads as before, and what is fetched again is whole again.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Cache } from '../../../src/main/cache/cache.ts'
import { openCache } from '../../../src/main/cache/open-cache.ts'
import { repairLibrary } from '../../../src/main/cache/repair/repair-library.ts'
import { someAsset, someCopy } from '../../../src/main/testing/temporary-library.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { ItemId } from '../../../src/shared/item.ts'
import type { Given, Outcome } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { digest, tried, unsaid } from './judge.ts'
import { type Lived, optionsFor } from './lived-library.ts'

const harms: Readonly<Record<string, (file: string, chance: Chance) => void>> = {
  deleted: (file) => rmSync(file),
  truncated: (file, chance) => truncateSync(file, chance.between(0, statSync(file).size - 1)),
  'other bytes': (file, chance) => writeFileSync(file, Buffer.alloc(statSync(file).size, chance.between(0, 255))),
  'one bit': (file, chance) => {
    const bytes = readFileSync(file)
    const at = chance.between(0, bytes.length - 1)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.between(0, 7))
    writeFileSync(file, bytes)
  },
  'a folder': (file) => {
    rmSync(file)
    mkdirSync(file)
    writeFileSync(join(file, 'x'), 'x')
  },
  'a link to an endless file': (file) => {
    rmSync(file)
    symlinkSync('/dev/zero', file)
  },
  'a link to nowhere': (file) => {
    rmSync(file)
    symlinkSync(join(file, 'nowhere'), file)
  },
  'a link to another saved file': (file, chance) => {
    const other = chance.pick(
      readdirSync(join(file, '..', '..'), { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name)),
    )
    rmSync(file)
    symlinkSync(join(file, '..', '..', other), file)
  },
}

export async function harmFiles(given: Given, lived: Lived): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [at, [name, harm]] of Object.entries(harms).entries()) {
    const cases = given.length === 'short' ? 1 : 15
    const broken: string[] = []
    for (let n = 0; n < cases; n++) {
      const chance = chanceFrom(given.seed * 999_983 + at * 101 + n)
      broken.push(...(await oneCase(lived, harm, chance)).map((complaint) => `seed ${given.seed}, case ${n}: ${complaint}`))
    }
    outcomes.push({ name: `damage: a saved file ${name}`, cases, broken })
  }
  given.say(`saved files: ${outcomes.reduce((sum, { cases }) => sum + cases, 0)}`)
  return outcomes
}

async function oneCase(lived: Lived, harm: (file: string, chance: Chance) => void, chance: Chance): Promise<readonly string[]> {
  const { folder, remove } = lived.copy('closed')
  const blobs = join(folder, 'blobs')
  const files = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name))
  const harmed = new Set(Array.from({ length: chance.between(1, 5) }, () => chance.pick(files)))
  for (const name of harmed) harm(join(blobs, name), chance)
  const before = digest(blobs)
  const hashes = new Set([...harmed].map((name) => basename(name)))
  const complaints = [...(await readAll(folder, lived, hashes))]
  complaints.push(
    ...(await tried('repairing', async () => {
      const report = await repairLibrary(optionsFor(folder, { role: 'short' }))
      if (report.files.missing + report.files.damaged !== hashes.size)
        complaints.push(`${hashes.size} harmed, told ${JSON.stringify(report.files)}`)
      if (report.fetchAgain.length === 0) complaints.push('no item is told to be fetched again')
    })),
  )
  for (const [name, hash] of digest(blobs)) if (before.get(name) !== hash) complaints.push(`${name} was touched`)
  complaints.push(...(await fetchedAgain(folder, lived)))
  remove()
  return complaints
}

/** What is harmed is cache.missing-blob, what is not reads as it was. */
async function readAll(folder: string, lived: Lived, harmed: ReadonlySet<string>): Promise<readonly string[]> {
  const cache = await openCache(optionsFor(folder))
  const complaints: string[] = []
  for (const [id, words] of lived.words) {
    const { item } = cache.items.get(id)
    if (item.shownCopy === null) continue
    try {
      if ((await cache.copies.readText(item.shownCopy)) !== words) complaints.push(`${id} says something else`)
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'cache.missing-blob' && harmed.has(String(error.facts.hash))))
        complaints.push(`${id}: ${error instanceof Failure ? error.code : unsaid(error)}`)
    }
  }
  complaints.push(...(await tried('keeping house', () => cache.blobs.sweep())))
  cache.close()
  return complaints
}

/** A refresh stores the same copy once more; then nothing is missing and nothing is said to be. */
async function fetchedAgain(folder: string, lived: Lived): Promise<readonly string[]> {
  const cache = await openCache(optionsFor(folder))
  try {
    for (const [id, words] of lived.words) if (cache.items.get(id).item.state === 'partial') await again(cache, id, words)
    const { files, fetchAgain } = await cache.rereadFiles()
    // An earlier copy may still lack a file that the fresh one does not have.
    return fetchAgain.length === 0 ? [] : [`after fetching again ${fetchAgain.length} items lack something: ${JSON.stringify(files)}`]
  } catch (error) {
    return [`fetching again: ${error instanceof Failure ? error.code : unsaid(error)}`]
  } finally {
    cache.close()
  }
}

async function again(cache: Cache, id: ItemId, words: string): Promise<void> {
  const name = /^What (\S+) says/.exec(words)?.[1] ?? ''
  await cache.copies.store(someCopy(id, words, { assets: [someAsset(name)] }), { show: true })
}
