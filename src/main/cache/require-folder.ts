// A folder that vanished must not come to life again with nothing but a few new files in it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/failure.ts'
import type { Library } from './library.ts'

/** Throws cache.gone when library.db is no longer there; asked before anything makes folders. */
export function requireFolder({ folder }: Library): void {
  if (!existsSync(join(folder, 'library.db'))) throw new Failure('cache.gone', { folder })
}
