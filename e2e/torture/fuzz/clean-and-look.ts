// Cleans one page in a real extract process and says what is wrong with what came of it. A failure of the closed list is no wrong, a broken
// limit at pages as small as these is.
import { isDeepStrictEqual } from 'node:util'
import type { ExtractPool } from '../../../src/main/extract/extract-pool.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { Draft } from '../../../src/shared/journey.ts'
import { wrongWith } from './what-must-hold.ts'

export type Looked = { readonly ended: 'copy' | 'failure'; readonly wrong: readonly string[] }

const url = 'https://kettle.example/notes/one.html'

/** `twice`: clean it a second time, which must give the very same. */
export async function cleanAndLook(pool: ExtractPool, html: string, twice: boolean): Promise<Looked> {
  const draft = await cleaned(pool, html)
  const again = twice ? await cleaned(pool, html) : draft
  const wrong = isDeepStrictEqual(again, draft) ? [] : ['the second time it becomes something else']
  if (draft instanceof Failure) return { ended: 'failure', wrong: [...wrong, ...wrongFailure(draft)] }
  return { ended: 'copy', wrong: [...wrong, ...wrongWith(html, draft)] }
}

async function cleaned(pool: ExtractPool, html: string): Promise<Draft | Failure> {
  try {
    return await pool.extract({ html, url }, new AbortController().signal)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

function wrongFailure({ code, facts, cause }: Failure): readonly string[] {
  if (code === 'internal') return ['internal']
  if (code !== 'page.unreadable' || facts.limit === 'nodes') return []
  return [`unreadable: ${String(facts.limit)} ${cause instanceof Error ? cause.message.split('\n').slice(0, 3).join(' ') : ''}`]
}
