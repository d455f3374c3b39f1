// The library cannot be opened: said in a dialog of the system, since there is no window yet. A damaged one is repaired from here.
import { app, dialog } from 'electron'
import { Failure } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import { repairWords } from '../../shared/repair-report.ts'
import { repairLibrary } from '../core.ts'
import { lineLog } from '../platform/log.ts'

/** Ends the program; started anew when the reader had the library repaired. */
export async function sayWhyNot(error: unknown, library: string): Promise<void> {
  const { says, remedy } = wordsOf(error)
  const damaged = error instanceof Failure && error.code === 'cache.damaged'
  if (!damaged) {
    dialog.showErrorBox('The library cannot be opened', `${says}\n\n${remedy}\n\n${library}`)
    app.exit(1)
    return
  }
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Carrel',
    message: says,
    detail: `Carrel can repair it from its backups and its saved files. The damaged file is kept. A large library takes minutes.\n\n${library}`,
    buttons: ['Repair the library', 'Close'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response !== 0) {
    app.exit(1)
    return
  }
  try {
    const report = await repairLibrary({ library, log: lineLog((line) => console.error(line), 'warn') })
    await dialog.showMessageBox({
      type: 'info',
      title: 'Carrel',
      message: 'The library is repaired.',
      detail: repairWords(report).join('\n'),
      buttons: ['Open the library'],
    })
    app.relaunch()
    app.exit(0)
  } catch (second) {
    const words = wordsOf(second)
    dialog.showErrorBox('The library could not be repaired', `${words.says}\n\n${words.remedy}\n\n${library}`)
    app.exit(1)
  }
}

function wordsOf(error: unknown): { readonly says: string; readonly remedy: string } {
  if (!(error instanceof Failure)) console.error(error)
  return wordsFor(error instanceof Failure ? error.toValue() : { code: 'internal', facts: {} })
}
