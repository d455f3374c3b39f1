// A dropped or chosen file that is a text of links: it is read as one, under its name. Pages, documents and folders stay files, until the reader
// says otherwise of a page.
import { Failure } from '../../shared/failure.ts'
import type { Draft } from './draft.ts'
import type { DroppedFile } from './dropped-files.ts'

/** What a text of links may be called. */
export const textNames = /\.(txt|text|md|markdown|csv|tsv|opml|rst|org)$/i
const pageNames = /\.x?html?$/i
/** What Add takes as a text. */
const maxBytes = 2_000_000

type ReadFile = { readonly text: string; readonly name: string }

/** The text of a single file that names links; null for whatever is better kept as a file. */
export async function textOfFiles(files: readonly DroppedFile[]): Promise<ReadFile | null> {
  const read = mayBeList(files) ? await readAsText(files) : null
  if (read === null) return null
  // A page is a list only when a browser wrote its bookmarks into it.
  const isList = pageNames.test(read.name)
    ? /^\ufeff?\s*<!doctype\s+netscape-bookmark-file/i.test(read.text)
    : /https?:\/\//i.test(read.text)
  return isList ? read : null
}

/** Whether a file, with nothing beside it, is of a kind that may hold a list of links. */
export function mayBeList([only, ...others]: readonly DroppedFile[]): boolean {
  if (only === undefined || others.length > 0 || only.file.size > maxBytes) return false
  return pageNames.test(only.file.name) || textNames.test(only.file.name)
}

/** The text of a file that lies in Add as a file takes its place there. Throws file.missing (facts: name) when it is gone from the disk. */
export async function takeLinks(group: readonly DroppedFile[], draft: Pick<Draft, 'filesTaken' | 'addText'>): Promise<void> {
  const read = await readAsText(group)
  if (read === null) throw new Failure('file.missing', { name: group[0]?.path ?? '' })
  draft.filesTaken(group)
  draft.addText(read.text, false, { name: read.name })
}

/** The text of the first; null when it cannot be read any more. */
async function readAsText([only]: readonly DroppedFile[]): Promise<ReadFile | null> {
  const text = (await only?.file.text().catch(() => null)) ?? null
  return only === undefined || text === null ? null : { text, name: only.file.name }
}
