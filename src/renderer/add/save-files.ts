// Saves the files that were ticked. Says in one sentence how it went.
import { Failure } from '../../shared/failure.ts'
import type { ItemPlace } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import { errorWords } from '../failure/error-words.ts'
import type { DroppedFile } from './dropped-files.ts'

/** What the contract takes in one file, as base64. */
const maxBytes = 74_000_000

/** Each group becomes one item; those that failed are answered, with why. Never throws for a file that cannot be read or saved: that is in the words. `say` is told while it lasts. */
export async function saveFiles(
  client: Client,
  groups: readonly (readonly DroppedFile[])[],
  place: Exclude<ItemPlace, 'trash'>,
  say: (words: string) => void,
): Promise<{ readonly words: string; readonly failed: ReadonlyMap<DroppedFile, string> }> {
  const titles: string[] = []
  let already = 0
  const failed: string[] = []
  const left = new Map<DroppedFile, string>()
  for (const [at, group] of groups.entries()) {
    say(groups.length === 1 ? 'Saving the file' : `Saving file ${at + 1} of ${groups.length}`)
    try {
      const saved = await client.call('item.saveFile', { files: await Promise.all(group.map(encoded)), place })
      titles.push(saved.item.title)
      if (saved.already) already += 1
    } catch (error) {
      const { says, remedy } = errorWords(error)
      const why = `${says} ${remedy}`
      failed.push(why)
      for (const file of group) left.set(file, why)
    }
  }
  const words = [
    titles.length === 1 ? `Saved “${titles[0] ?? ''}”${already > 0 ? ', which you had: it has a new copy.' : '.'}` : '',
    titles.length > 1 ? `${titles.length} files saved.` : '',
    failed.length === 1 ? (failed[0] ?? '') : '',
    failed.length > 1 ? `${failed.length} could not be saved. ${failed[0] ?? ''}` : '',
  ]
  return { words: words.filter((part) => part !== '').join(' '), failed: left }
}

async function encoded({ path, file }: DroppedFile): Promise<{ path: string; base64: string }> {
  if (file.size > maxBytes) throw new Failure('file.too-large', { name: file.name, maxBytes })
  return { path, base64: await base64Of(file) }
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    // "data:text/html;base64,PGh0bWw+": what stands after the comma, and nothing for an empty file.
    reader.onload = () => done(String(reader.result).split(',', 2)[1] ?? '')
    reader.onerror = () => failed(new Failure('file.unreadable', { name: file.name }, { cause: reader.error }))
    reader.readAsDataURL(file)
  })
}
