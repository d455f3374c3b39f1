// What a repair of the library found and did, and its sentences: command line, window and browser tell the same.
import { z } from 'zod'
import { ItemId } from './item.ts'

export const RepairReport = z.object({
  /**
   * sound: library.db was whole and stayed as it is; rebuilt: everything in it could be read and stands in a new file; restored: it
   * began again from a backup; anew: there was no backup that could be read; finished: an earlier repair that was cut short is done to its end.
   */
  library: z.enum(['sound', 'rebuilt', 'restored', 'anew', 'finished']),
  /** What was wrong with library.db, in the engine's words; null when it was sound. */
  damage: z.string().nullable(),
  /** When the restored backup was made, ms since 1970. */
  backupAt: z.number().int().nullable(),
  /** The folder in which the damaged file lies now. Nothing of it is deleted. */
  keptAside: z.string().nullable(),
  /** Read out of the damaged file because they were newer than the backup. */
  salvaged: z.object({
    items: z.number().int(),
    highlights: z.number().int(),
    settings: z.number().int(),
    lists: z.number().int(),
    recommendations: z.number().int(),
    marks: z.number().int(),
  }),
  /** Copies the library did not know, told by the records beside the saved files; `items`: rows made anew for them. */
  reread: z.object({ copies: z.number().int(), items: z.number().int(), unreadable: z.number().int() }),
  /** Every saved file held against its name. */
  files: z.object({ checked: z.number().int(), missing: z.number().int(), damaged: z.number().int() }),
  /** Items that lack something now and can be fetched again. */
  fetchAgain: z.array(z.object({ id: ItemId, title: z.string() })),
})
export type RepairReport = z.infer<typeof RepairReport>

/** The report in sentences, one a line. */
export function repairWords(report: RepairReport): readonly string[] {
  const { salvaged } = report
  return [
    libraryWords(report),
    ...(report.keptAside === null ? [] : [`The damaged file is kept in ${report.keptAside}.`]),
    ...salvagedWords(salvaged),
    ...rereadWords(report),
    ...(report.library === 'restored' || report.library === 'anew'
      ? [
          'Lost may be what was done after the backup and could be read nowhere: places, tags, progress, highlights, lists, moments, talks without a page.',
        ]
      : []),
  ]
}

function salvagedWords({ items, highlights, lists, recommendations, marks }: RepairReport['salvaged']): readonly string[] {
  const told = [
    amount(items, 'item'),
    amount(highlights, 'highlight'),
    amount(lists, 'reading list'),
    amount(recommendations, 'recommendation'),
    amount(marks, 'moment'),
  ].filter((words) => !words.startsWith('0 '))
  return told.length === 0 ? [] : [`Read out of the damaged file: ${told.join(', ')}.`]
}

/** What was found among the saved files. */
export function rereadWords({ reread, files, fetchAgain }: Pick<RepairReport, 'reread' | 'files' | 'fetchAgain'>): readonly string[] {
  return [
    ...(reread.copies === 0 ? [] : [`Found again among the saved files: ${amount(reread.copies, 'copy', 'copies')}.`]),
    ...(reread.unreadable === 0 ? [] : [`${amount(reread.unreadable, 'copy', 'copies')} could not be read again.`]),
    filesWords(files),
    ...(fetchAgain.length === 0 ? [] : [`${amount(fetchAgain.length, 'item')} should be fetched again: ${someTitles(fetchAgain)}`]),
  ]
}

function someTitles(items: RepairReport['fetchAgain']): string {
  const titles = items.slice(0, 5).map(({ title }) => title)
  return `${titles.join('; ')}${items.length > titles.length ? ' …' : ''}`
}

function libraryWords({ library, backupAt }: RepairReport): string {
  if (library === 'sound') return 'The library file is sound.'
  if (library === 'rebuilt') return 'The library file was damaged, but everything in it could be read; it was written anew.'
  if (library === 'finished') return 'An earlier repair of the library file was cut short; it is done to its end.'
  if (library === 'restored')
    return `The library file was damaged; it is restored from the backup of ${new Date(backupAt ?? 0).toISOString().slice(0, 16).replace('T', ' ')} UTC.`
  return 'The library file was damaged and there was no backup that could be read; it was made anew.'
}

function filesWords({ checked, missing, damaged }: RepairReport['files']): string {
  const bad = [...(missing === 0 ? [] : [`${missing} missing`]), ...(damaged === 0 ? [] : [`${damaged} damaged`])]
  return `${amount(checked, 'saved file')} checked: ${bad.length === 0 ? 'all whole.' : `${bad.join(', ')}.`}`
}

function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
