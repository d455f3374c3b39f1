// Makes a library of many items: rows by the shelves themselves, many to a transaction, and texts straight into the index.
// Run by made-library.ts: make-library.ts <folder> <items> <programs>
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openItems } from '../../src/main/cache/items.ts'
import { openJobs } from '../../src/main/cache/jobs.ts'
import { openLibrary } from '../../src/main/cache/open-library.ts'
import { openOutbox } from '../../src/main/cache/outbox.ts'
import { systemClock } from '../../src/main/platform/clock.ts'
import { randomIds } from '../../src/main/platform/ids.ts'
import { silentLog } from '../../src/main/platform/log.ts'
import { openSearchIndex } from '../../src/main/search/open-index.ts'
import { chanceOf } from '../figures.ts'
import { madeWords } from './made-words.ts'

const [folder = '', count = '', programs = ''] = process.argv.slice(2)
const perTransaction = 1_000
const wordsAnItem = 250

const library = await openLibrary({ folder, clock: systemClock, ids: randomIds, log: silentLog, role: 'short' })
const items = openItems(library, openJobs(library))
for (let at = 0; at < Number(count); at += perTransaction) {
  library.database.transaction(() => {
    for (let n = at; n < Math.min(Number(count), at + perTransaction); n += 1) addOne(n)
  })
}
library.database.transaction(() => library.database.run('DELETE FROM jobs'))

const index = openSearchIndex({ folder, workerEntry: pathToFileURL(join(programs, 'index-worker.js')), log: silentLog })
const outbox = openOutbox(library)
await index.needsFill()
for (let lines = await outbox.take(400); lines.length > 0; lines = await outbox.take(400)) {
  await index.put(
    lines.flatMap(({ doc, itemId, seq }) => (doc ? [{ ...doc, itemId, seq, text: madeWords(doc.ordinal).text(wordsAnItem) }] : [])),
  )
  outbox.done(lines.map(({ seq }) => seq))
}
await index.markFilled()
await index.close()
library.database.close()

function addOne(n: number): void {
  const chance = chanceOf(n + 1)
  const words = madeWords(n + 1)
  const host = `site-${n % 700}.carrel-bench.org`
  const url = `https://${host}/${words.word()}/${n}`
  const [saved] = items.save(
    [
      {
        comparisonKey: `${host}/${n}`,
        url,
        originalLink: url,
        kind: n % 40 === 0 ? 'talk' : 'article',
        title: words.sentence(7),
        place: n % 3 === 0 ? 'inbox' : n % 3 === 1 ? 'later' : 'archive',
        startSeconds: null,
        typed: false,
      },
    ],
    { lease: false },
  )
  if (!saved) throw new Error('nothing was saved')
  items.describe(saved.item.id, {
    byline: `A. ${words.word()}`,
    siteName: words.word(),
    lang: 'en',
    excerpt: words.sentence(30),
    words: 300 + Math.floor(chance() * 4_000),
    minutes: 1 + Math.floor(chance() * 20),
    state: n % 50 === 0 ? 'partial' : 'complete',
  })
}
