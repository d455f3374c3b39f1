// The version of this program, from its package.json.
import { existsSync, readFileSync } from 'node:fs'

/** The version in the nearest package.json above this file: the same from source and from the bundle. */
export const version: string = read(new URL('.', import.meta.url))

function read(folder: URL): string {
  const file = new URL('package.json', folder)
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
  const above = new URL('..', folder)
  return above.href === folder.href ? '0.0.0' : read(above)
}
