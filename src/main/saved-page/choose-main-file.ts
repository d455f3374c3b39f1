// Which of several files is the page: a browser saves a page beside a folder of its pictures, scripts and frames.
import { Failure } from '../../shared/failure.ts'
import type { GivenFile, SavedPageTools } from './given-file.ts'
import { isMhtml } from './read-mhtml.ts'

/** Litter of file systems, never a page. */
const litter = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i
/** What browsers call the folder beside `page.html`. */
const folderEndings = ['_files', '_fichiers', '-Dateien', '_archivos', '_bestanden', '.files']

/**
 * The one that is a page, else a PDF, else a text; the one nearest to the top, then the one with a folder of its own, then `index.html`.
 * Its path and the others' are with `/`. Throws file.unreadable when none is any of these.
 */
export function chooseMainFile(files: readonly GivenFile[], sniffKind: SavedPageTools['sniffKind']): GivenFile {
  const candidates = files
    .map((file) => ({ ...file, path: plainPath(file.path) }))
    .filter((file) => !litter.test(file.path))
    .map((file) => ({ file, rank: rankOf(file, files, sniffKind, files.length === 1) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => compare(a.rank ?? [], b.rank ?? []) || (a.file.path < b.file.path ? -1 : 1))
  const [best] = candidates
  if (best) return best.file
  const name = files[0]?.path.split(/[\\/]/).at(-1) ?? ''
  throw new Failure(files.length > 0 && files.every((file) => file.bytes.length === 0) ? 'file.empty' : 'file.unreadable', { name })
}

/** Paths as they come from Windows, a drop or a folder: `/` between names, nothing before the first. */
export function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:[a-z]:)?(?:\.?\/)+/i, '')
}

function rankOf(
  file: GivenFile,
  files: readonly GivenFile[],
  sniffKind: SavedPageTools['sniffKind'],
  alone: boolean,
): readonly number[] | null {
  const kind = isMhtml(file.bytes) ? 'html' : sniffKind(file.bytes, null, `https://file.invalid/${encodeURIComponent(file.path)}`).kind
  const named = /\.(?:x?html?|mht|mhtml)$/i.test(file.path)
  const kinds = ['html', 'pdf', 'text']
  const place = named && kind === 'text' ? 0 : kinds.indexOf(kind)
  if (place < 0 && !alone) return null
  // A style sheet or a script is text, and no page.
  if (!alone && kind === 'text' && /\.(?:css|m?js|json|map|svg|xml)$/i.test(file.path)) return null
  const depth = file.path.split('/').length
  const stem = file.path.replace(/\.[^./]*$/, '')
  const hasFolder = files.some((other) => folderEndings.some((ending) => plainPath(other.path).startsWith(`${stem}${ending}/`)))
  const isIndex = /(?:^|\/)index\.x?html?$/i.test(file.path)
  return [place, depth, hasFolder ? 0 : 1, isIndex ? 0 : 1]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
