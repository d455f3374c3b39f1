// A dropped or chosen file that is a text of links: it is read as one, under its name. Pages, documents and folders stay files.
import type { DroppedFile } from './dropped-files.ts'

const textNames = /\.(txt|md|markdown|csv|tsv|opml|rst|org)$/i
/** What Add takes as a text. */
const maxBytes = 2_000_000

/** The text of a single file that names links; null for whatever is better kept as a file. */
export async function textOfFiles(files: readonly DroppedFile[]): Promise<{ readonly text: string; readonly name: string } | null> {
  const [only, ...others] = files
  if (only === undefined || others.length > 0 || only.file.size > maxBytes) return null
  const { name } = only.file
  const isPage = /\.html?$/i.test(name)
  if (!isPage && !textNames.test(name)) return null
  const text = await only.file.text().catch(() => null)
  if (text === null) return null
  // A page is a list only when a browser wrote its bookmarks into it.
  const isList = isPage ? /^\ufeff?\s*<!doctype\s+netscape-bookmark-file/i.test(text) : /https?:\/\//i.test(text)
  return isList ? { text, name } : null
}
