// Finds and reads one file of the built renderer, and nothing outside its folder. Headers are respond.ts's.
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

export type RendererFile = { readonly bytes: Uint8Array; readonly mime: string; readonly hashed: boolean }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

// Vite ends every built name with a dash and a hash of at least eight characters, inside `assets/`.
const hashedName = /^assets\/.*-[\w-]{8,}\.\w+$/

/**
 * Reads `segments` (decoded parts of a path, checked by decodePath) below `folder`. Answers null when there is no such file,
 * when its type is none we serve, or when a link leads it out of the folder.
 */
export async function readRendererFile(folder: string, segments: readonly string[]): Promise<RendererFile | null> {
  const relative = segments.length === 0 ? 'index.html' : segments.join('/')
  const mime = types[path.posix.extname(relative).toLowerCase()]
  if (mime === undefined) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(path.join(root, relative))
    if (!file.startsWith(root + path.sep) || !(await stat(file)).isFile()) return null
    return { bytes: await readFile(file), mime, hashed: hashedName.test(relative) }
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG' || code === 'EINVAL'
}

/**
 * The decoded parts of a request path, without its query. Null when it is malformed or when a part could mean another folder
 * on any system (`..`, an encoded slash or backslash, a drive, a stream, NUL).
 */
export function decodePath(requestPath: string): readonly string[] | null {
  const bare = requestPath.split(/[?#]/, 1)[0] ?? ''
  if (!bare.startsWith('/')) return null
  const segments: string[] = []
  const raw = bare.slice(1).split('/')
  for (const [at, part] of raw.entries()) {
    let decoded: string
    try {
      decoded = decodeURIComponent(part)
    } catch {
      return null
    }
    const last = at === raw.length - 1
    if (decoded === '' && !last) return null
    if (decoded === '.' || decoded === '..' || /[/\\:\0]/.test(decoded)) return null
    if (decoded !== '' || !last) segments.push(decoded)
  }
  return segments
}
