// Saves what was ticked in Add. What is saved leaves the draft at once, so that trying again after a failure does nothing twice.
import type { ItemPlace } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import type { Draft } from './draft.ts'
import type { DroppedFile } from './dropped-files.ts'
import { saveFiles } from './save-files.ts'

export type ChosenOfDraft = {
  /** Saves what was ticked of the text and answers how it went; null: nothing of it was. */
  readonly saveText: (() => Promise<string>) | null
  readonly files: readonly (readonly DroppedFile[])[]
  readonly place: Exclude<ItemPlace, 'trash'>
}

/**
 * Answers true when nothing is left in Add. Throws what the core answers to the links. Does nothing while it is saving already. What was
 * given and not ticked goes with the rest; what came while it was saving, and files that failed, stay.
 */
export async function saveDraft(
  client: Client,
  draft: Draft,
  { saveText, files, place }: ChosenOfDraft,
  say: (words: string) => void,
): Promise<boolean> {
  const before = draft.now()
  if (before.saving) return false
  draft.setSaving(true)
  try {
    const words: string[] = []
    const tell = (part: string) => say([...words, part].filter((one) => one !== '').join(' '))
    if (saveText !== null) {
      words.push(await saveText())
      tell('')
    }
    draft.textSaved(before.given)
    const saved = files.length === 0 ? null : await saveFiles(client, files, place, tell)
    if (saved !== null) tell(saved.words)
    draft.filesTaken(before.files.filter((file) => saved?.failed.has(file) !== true))
    if (saved !== null) draft.filesFailed(saved.failed)
    const left = draft.now()
    return left.given.text === '' && left.files.length === 0
  } finally {
    draft.setSaving(false)
  }
}
