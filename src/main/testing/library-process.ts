// A process of its own on a library, for tests of several at once: node library-process.ts <what> <folder> [name] [count].
// It says what it did on stdout, a line at a time; what it has said it has done for good.
import { writeSync } from 'node:fs'
import { Failure } from '../../shared/failure.ts'
import type { CopyId } from '../../shared/item.ts'
import { openCache } from '../cache/open-cache.ts'
import { type LibraryOptions, openLibrary } from '../cache/open-library.ts'
import { systemClock } from '../platform/clock.ts'
import { randomIds } from '../platform/ids.ts'
import { silentLog } from '../platform/log.ts'
import { someAsset, someCopy, someLink } from './temporary-library.ts'

const [what = '', folder = '', name = 'one', count = '10'] = process.argv.slice(2)
/** Synchronous, so that a line that was printed was printed before whatever kills us. */
const say = (line: string): void => void writeSync(1, `${line}\n`)

try {
  const options: LibraryOptions = { folder, clock: systemClock, ids: randomIds, log: silentLog, role: 'long-lived' }
  const cache = await openCache(options)
  if (what === 'save') {
    for (let n = 0; n < Number(count); n++) {
      const saved = cache.items.save([someLink(`${name}-${n}`), someLink(`shared-${n}`)], { lease: false })
      say(saved.map((one) => one.item.id).join(' '))
    }
    cache.close()
  }
  if (what === 'claim') {
    for (let jobs = cache.jobs.claim(3); jobs.length > 0; jobs = cache.jobs.claim(3)) {
      for (const job of jobs) {
        say(job.id)
        cache.jobs.finish(job.id)
      }
    }
    cache.close()
  }
  if (what === 'hold') {
    for (const job of cache.jobs.claim(1)) say(job.id)
    setInterval(() => undefined, 1_000)
  }
  if (what === 'save and hold') {
    const [saved] = cache.items.save([someLink(name)], { lease: true })
    say(String(saved?.jobId))
    setInterval(() => undefined, 1_000)
  }
  if (what === 'store') {
    for (let n = 0; ; n++) {
      const [saved] = cache.items.save([someLink(`${name}-${n}`)], { lease: false })
      if (!saved) break
      const assets = [someAsset(`${name}-${n}`, 40_000), someAsset('the same for all', 20_000)]
      const words = `${name} ${n} `.repeat(2_000)
      const { copyId } = await cache.copies.store(someCopy(saved.item.id, words, { assets }), { show: true })
      say(`${saved.item.id} ${copyId}`)
    }
  }
  if (what === 'fill') {
    const library = await openLibrary({ ...options, freeBytes: async () => null })
    const small = await openCache({ ...options, freeBytes: async () => null })
    const failureOf = async (work: (n: number) => Promise<void>): Promise<string> => {
      for (let n = 0; n < 100_000; n++) {
        try {
          await work(n)
        } catch (error) {
          return error instanceof Failure ? error.code : String(error)
        }
      }
      return 'nothing failed'
    }
    const copies: CopyId[] = []
    const full = await failureOf(async (n) => {
      const [saved] = small.items.save([someLink(`fill-${n}`)], { lease: false })
      if (!saved) return
      const { copyId } = await small.copies.store(someCopy(saved.item.id, `words ${n}`, { assets: [someAsset(`picture ${n}`, 100_000)] }), {
        show: true,
      })
      copies.push(copyId)
      say('stored')
    })
    say(`copies: ${full}`)
    say(`rows: ${await failureOf(async (n) => void small.items.save([someLink(`row-${n}`)], { lease: false }))}`)
    say(`integrity: ${library.database.pragma('integrity_check')}`)
    const texts = await Promise.all(copies.map((id) => small.copies.readText(id)))
    const pictures = await Promise.all(copies.flatMap((id) => small.copies.assetsOf(id).map((asset) => small.blobs.read(asset.sha256))))
    const told = Number(library.database.get('SELECT count(*) AS n FROM copies')?.n)
    say(`whole: ${texts.every((text, n) => text === `words ${n}`) && pictures.length === copies.length && told === copies.length}`)
    small.close()
    library.database.close()
  }
  if (what === 'read') {
    const read = cache.items.counts().places.inbox
    let saving = 'done'
    try {
      cache.items.save([someLink('new')], { lease: false })
    } catch (error) {
      saving = error instanceof Failure ? error.code : String(error)
    }
    say(`read ${read}, saving is ${saving}`)
    cache.close()
  }
  if (what === 'open') {
    say('opened')
    cache.close()
  }
} catch (error) {
  say(error instanceof Failure ? [error.code, error.facts.folder ?? ''].join(' ').trim() : String(error))
}
