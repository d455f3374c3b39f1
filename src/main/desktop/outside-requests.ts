// What the system hands to Carrel: carrel:// links and files, at the start (the words of the command line), while it runs (a second
// start), or on a Mac by events of their own. All of it is a stranger's word: it leads to a preview or an item, never to saving.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from 'electron'
import { deepLinksOf } from './deep-link.ts'

export type Handed = { readonly links: readonly string[]; readonly files: readonly string[] }

/** What Carrel can keep of a file; the same as Add takes. */
export const pageExtensions = ['html', 'htm', 'xhtml', 'mhtml', 'mht', 'pdf', 'txt', 'md']
const mostFiles = 100

/** The links and files among the words of a start. Only files by the names of pages: everything else is somebody else's word. */
export function handedBy(argv: readonly string[], folder: string): Handed {
  const files = argv.flatMap((word) => {
    if (word.startsWith('-') || !pageExtensions.includes(path.extname(word).slice(1).toLowerCase())) return []
    if (/^file:/i.test(word)) return pathOf(word) ?? []
    // Any other scheme is no path. One letter is a drive of Windows.
    return /^[a-z][a-z\d+.-]+:/i.test(word) ? [] : [path.resolve(folder, word)]
  })
  return { links: deepLinksOf(argv), files: files.slice(0, mostFiles) }
}

function pathOf(address: string): string | null {
  try {
    const url = new URL(address)
    // A file on another machine would be asked for over the network by the mere look.
    return url.hostname === '' && !url.pathname.includes('%00') ? fileURLToPath(url) : null
  } catch {
    return null
  }
}

/**
 * Listens from before the program is ready, as a Mac wants it; what comes before anybody takes it waits. `started` are the words
 * this program was started with, without its own name. Answers how to take what comes from now on; a second start hands over even when it brings nothing.
 */
export function hearOutside(app: Pick<App, 'on'>, started: readonly string[], folder: string): (take: (handed: Handed) => void) => void {
  const waiting: Handed[] = []
  let hand = (handed: Handed): void => void waiting.push(handed)
  const first = handedBy(started, folder)
  if (first.links.length + first.files.length > 0) hand(first)
  app.on('second-instance', (_event, argv, itsFolder) => hand(handedBy(argv.slice(1), itsFolder)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    hand({ links: deepLinksOf([url]), files: [] })
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    hand({ links: [], files: [file] })
  })
  return (take) => {
    hand = take
    for (const handed of waiting.splice(0)) take(handed)
  }
}
