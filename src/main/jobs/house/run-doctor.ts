// The self-test that stays in the product: does every part this program stands on work on this machine?
import { access, constants } from 'node:fs/promises'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { OutputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import { wordsFor } from '../../../shared/failure-words.ts'
import { isOffline } from '../../platform/is-offline.ts'
import { sqliteSelfTest } from '../../platform/sqlite.ts'
import type { Tools } from '../tools.ts'
import type { KeptBackups } from './keep-backups.ts'

type Check = OutputOf<'doctor.run'>['checks'][number]

const page = '<!doctype html><html lang="en"><title>Self-test</title><body><article><h1>Self-test</h1>'
const paragraph =
  '<p>A carrel is the small desk in a library where you are left alone with what you chose to read, for as long as you like.</p>'

/** Runs every check; one that fails does not hold up the others. */
export async function runDoctor(
  tools: Tools & { readonly library: string; readonly version: string; readonly backups: KeptBackups },
): Promise<readonly Check[]> {
  const { cache, index, pool, library, version, backups } = tools
  return Promise.all([
    check('versions', () => `Carrel ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`),
    check('sqlite', () => `SQLite ${sqliteSelfTest().version}`),
    check('fts5', () => (sqliteSelfTest().fts5 ? 'Full-text search works' : fail('Full-text search is not built in'))),
    check('brotli', () =>
      brotliDecompressSync(brotliCompressSync('carrel')).toString() === 'carrel' ? 'Compression works' : fail('Compression is broken'),
    ),
    check('folder', async () => {
      await access(library, constants.R_OK | constants.W_OK)
      return library
    }),
    check('disk', async () => {
      const use = await cache.storage.use()
      const free = use.freeBytes === null ? 'free space unknown' : `${gigabytes(use.freeBytes)} free`
      return `${use.items} items, ${gigabytes(use.bytes)} of ${gigabytes(use.maxBytes)} used, ${free}`
    }),
    check('library', () => {
      const counts = cache.items.counts()
      return `${Object.values(counts.places).reduce((sum, count) => sum + count, 0)} items answer`
    }),
    check('backups', () => {
      const failure = backups.lastFailure()
      const kept = backups.list()
      const [last] = kept
      const says = last
        ? `The last of ${kept.length} is of ${new Date(last.at).toISOString().slice(0, 10)} (${gigabytes(last.bytes)})`
        : 'None yet; the window and the browser make one a day'
      return failure ? fail(`${says}. The next one could not be made: ${wordsFor(failure).says}`) : says
    }),
    check('files', async () => {
      const lost = await cache.lostCopies()
      return lost === 0
        ? 'The library knows every copy among the saved files'
        : fail(`${lost} ${lost === 1 ? 'copy' : 'copies'} among the saved files are not in the library; repairing brings them back`)
    }),
    check('index', async () => {
      await index.find({ words: 'carrel', limit: 1, order: 'newest' })
      return (await index.needsFill()) ? 'The search index is being built' : 'The search index answers'
    }),
    check('extract', async () => {
      const draft = await pool.extract({ html: page + paragraph.repeat(8), url: 'https://self-test.invalid/' }, AbortSignal.timeout(20_000))
      return draft.words > 100 ? 'Pages are cleaned in their own process' : fail('Cleaning lost the words')
    }),
    check('network', () =>
      isOffline() ? 'No network now; what is saved can be read all the same' : 'A network is there; it is touched only to save or refresh',
    ),
    check('electron', () =>
      process.versions.electron ? `Electron ${process.versions.electron}` : 'Not in the window; the browser and the command line need none',
    ),
  ])
}

async function check(name: Check['name'], look: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, says: await look() }
  } catch (error) {
    return {
      name,
      ok: false,
      says: error instanceof Failure ? wordsFor(error.toValue()).says : error instanceof Error ? error.message : String(error),
    }
  }
}

function fail(says: string): never {
  throw new Error(says)
}

function gigabytes(bytes: number): string {
  return bytes < 1e8 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
