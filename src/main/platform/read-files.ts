// Files from the disk as the contract takes them: one page, or a page and the folder of its pictures.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative } from 'node:path'
import { Failure } from '../../shared/failure.ts'

const most = 2_000
const mostBytes = 100_000_000

export type GivenFile = { readonly path: string; readonly base64: string }

/**
 * Reads a file, or a folder with everything in it. Beside a single HTML file its `<name>_files` folder is taken along, as
 * browsers save it. Throws file.unreadable, file.too-large.
 */
export async function readFiles(path: string): Promise<GivenFile[]> {
  const about = await stat(path)
  if (about.isDirectory()) return readAll(path, await walk(path))
  const folder = dirname(path)
  const stem = basename(path, extname(path))
  const paths = [path]
  for (const beside of [`${stem}_files`, `${stem}-Dateien`, `${stem}_fichiers`, `${stem}.files`])
    paths.push(...(await walk(join(folder, beside)).catch(() => [])))
  return readAll(folder, paths)
}

async function walk(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) found.push(join(entry.parentPath, entry.name))
  return found.toSorted()
}

async function readAll(root: string, paths: readonly string[]): Promise<GivenFile[]> {
  if (paths.length === 0) throw new Failure('file.empty', { name: basename(root) })
  if (paths.length > most) throw new Failure('file.too-large', { name: basename(root) })
  let bytes = 0
  const files: GivenFile[] = []
  for (const path of paths) {
    const content = await readFile(path).catch((cause: unknown) => {
      throw new Failure('file.unreadable', { name: basename(path) }, { cause })
    })
    bytes += content.length
    if (bytes > mostBytes) throw new Failure('file.too-large', { name: basename(root), maxBytes: mostBytes })
    files.push({ path: relative(root, path).replaceAll('\\', '/') || basename(path), base64: content.toString('base64') })
  }
  return files
}
