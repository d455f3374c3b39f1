// A sentence and a remedy for every failure: window, browser and command line say the same thing; what to type there is the command
// line's to add (cli/print.ts). Remarks are remark-words.ts.
import type { CallName } from './contract.ts'
import { megabytes, text } from './fact-text.ts'
import type { FailureCode, FailureFacts, FailureValue } from './failure.ts'
import { talkFailureWords } from './talk-failure-words.ts'

/** What a person reads: what happened, what can be done, and the call that does it when one can. */
export type Words = {
  readonly says: string
  readonly remedy: string
  readonly action?: { readonly label: string; readonly call: CallName }
}

type Speak = (facts: FailureFacts) => Words

const tryAgain = { label: 'Try again', call: 'job.retry' } as const
const lookInArchive = { label: 'Look in the web archive', call: 'item.fetchFromArchive' } as const
const fromFile = 'Open it in your browser, save the page there (Ctrl+S) and give Carrel the file.'

const words = {
  'link.invalid': () => ({ says: 'This is not an address.', remedy: 'Check it for missing or extra characters.' }),
  'link.unsupported': (f) => ({
    says: `Addresses that begin with “${text(f.scheme, 'this')}” cannot be saved.`,
    remedy: 'Carrel saves http and https pages.',
  }),
  'link.private': (f) => ({
    says: `${text(f.host, 'This address')} is inside your own machine or network.`,
    remedy: 'If you mean it, type the address into Add yourself.',
  }),
  'link.cut': () => ({ says: 'This link was cut off where it was copied.', remedy: 'Copy the whole address from its source.' }),
  'network.offline': () => ({
    says: 'This machine is not connected to a network.',
    remedy: 'It will be tried again when it is.',
    action: tryAgain,
  }),
  'page.unreachable': (f) => ({
    says: `${text(f.host, 'The server')} could not be reached.`,
    remedy: 'Check the address and the connection, then try again.',
    action: tryAgain,
  }),
  'page.timeout': (f) => ({ says: `${text(f.host, 'The server')} took too long to answer.`, remedy: 'Try again later.', action: tryAgain }),
  'page.insecure': (f) => ({
    says: `${text(f.host, 'The server')} does not prove who it is: its certificate cannot be trusted.`,
    remedy: 'If it is a server of your own, add its authority with NODE_EXTRA_CA_CERTS.',
    action: tryAgain,
  }),
  'page.redirects': () => ({
    says: 'The address leads in circles.',
    remedy: 'Open it in a browser and save the address it ends at.',
    action: tryAgain,
  }),
  'page.garbled': () => ({ says: 'The server’s answer broke off or makes no sense.', remedy: 'Try again later.', action: tryAgain }),
  'page.gone': () => ({ says: 'The page is gone.', remedy: 'The web archive may have a copy.', action: lookInArchive }),
  'page.refused': (f) => ({
    says: `${text(f.host, 'The server')} refused to give the page${f.status ? ` (${text(f.status, '')})` : ''}.`,
    remedy: fromFile,
    action: tryAgain,
  }),
  'page.busy': (f) => ({
    says: `${text(f.host, 'The server')} asked to be left alone for a while.`,
    remedy: 'It will be tried again later.',
    action: tryAgain,
  }),
  'page.broken': (f) => ({ says: `${text(f.host, 'The server')} has a fault of its own.`, remedy: 'Try again later.', action: tryAgain }),
  'page.too-large': (f) => ({
    says: `It is larger than ${megabytes(f.maxBytes)} allows.`,
    remedy: 'Raise the limit in Settings, then try again.',
    action: tryAgain,
  }),
  'page.login': () => ({ says: 'The server wants a login or a subscription; nothing could be saved.', remedy: fromFile, action: tryAgain }),
  'page.consent': () => ({ says: 'The page shows nothing but a request for consent.', remedy: fromFile, action: tryAgain }),
  'page.script-only': () => ({
    says: 'The page is empty until its scripts run, and Carrel runs none.',
    remedy: fromFile,
    action: tryAgain,
  }),
  'page.not-html': (f) => ({
    says: `This is ${f.mime ? `a file of type ${text(f.mime, '')}` : 'not a page'}, not something to read.`,
    remedy: 'Save the page that links to it instead.',
  }),
  'page.no-article': () => ({ says: 'Nothing to read was found on the page.', remedy: fromFile, action: tryAgain }),
  'page.unreadable': (f) => ({
    says: `The page could not be taken apart within the limits${f.limit ? ` (${text(f.limit, '')})` : ''}.`,
    remedy: 'Try again; if it stays so, save it from your browser and drop the file on Carrel.',
    action: tryAgain,
  }),
  'file.missing': (f) => ({ says: `There is no file ${text(f.name, 'of that name')}.`, remedy: 'Check the name and the folder.' }),
  'file.unreadable': (f) => ({
    says: `${text(f.name, 'The file')} is not a page Carrel can read.`,
    remedy: 'Give it an HTML, MHTML, PDF or text file.',
  }),
  'file.empty': (f) => ({ says: `${text(f.name, 'The file')} is empty.`, remedy: 'Save the page once more and try again.' }),
  'file.too-large': (f) => ({
    says: `${text(f.name, 'The file')} is larger than ${megabytes(f.maxBytes)} allows.`,
    remedy: 'Raise the limit in Settings.',
  }),
  'image.unreadable': () => ({
    says: 'What the server sent is no picture that can be shown.',
    remedy: 'Open the page in your browser to see whether it is there.',
  }),
  'image.too-large': () => ({
    says: 'It is larger than the limits for pictures allow.',
    remedy: 'Raise the limit in Settings, then refresh.',
  }),
  'image.not-given': () => ({
    says: 'It did not come with the file.',
    remedy: 'Save the page as one file (MHTML, SingleFile), or drop the page and its folder together.',
  }),
  'archive.none': () => ({
    says: 'The web archive has no copy of this page.',
    remedy: 'Try another archive in your browser and drop the page here.',
  }),
  'cache.full': (f) => ({
    says: f.disk ? 'The disk is nearly full; nothing was saved.' : 'The library has reached its size limit; nothing was saved.',
    remedy: f.disk ? 'Free some space, then try again.' : 'Raise the limit in Settings, or delete something, then try again.',
    action: tryAgain,
  }),
  'cache.read-only': (f) => ({
    says: `The library folder cannot be written${place(f)}.`,
    remedy: 'Check its permissions, or choose another with --library. What can be read of it stays readable.',
  }),
  'cache.damaged': (f) => ({
    says: `The library file is damaged${place(f)}.`,
    remedy:
      'Nothing was touched. Close Carrel everywhere and open it again: it offers to repair the library from its backups and its saved files.',
  }),
  'cache.gone': (f) => ({
    says: `The library’s folder is no longer there${place(f)}.`,
    remedy: 'Connect its disk again or put the folder back, then open Carrel once more. What was saved is where it was.',
  }),
  'cache.newer': () => ({ says: 'This library was written by a newer Carrel.', remedy: 'Install the newest Carrel. Nothing was touched.' }),
  'cache.cloud-folder': (f) => ({
    says: `${text(f.folder, 'This folder')} is synced by ${text(f.program, 'a cloud program')}, which damages databases sooner or later.`,
    remedy: 'Choose a folder outside it with --library.',
  }),
  'cache.busy': (f) =>
    f.repair
      ? {
          says: 'The library is being repaired, or is open in another Carrel while it should be repaired.',
          remedy: 'Wait until the repair is done; to repair it, close Carrel everywhere first.',
        }
      : { says: 'Another Carrel holds the library too long.', remedy: 'Wait a moment and try again.' },
  'cache.missing-blob': () => ({
    says: 'A file of this copy is missing or damaged on the disk.',
    remedy: 'Refresh the item to fetch it again.',
    action: { label: 'Refresh', call: 'item.refresh' },
  }),
  'backup.unfinished': () => ({
    says: 'The backup broke off before it was done.',
    remedy: 'Earlier backups are whole. Make one again, or leave it to the next one by itself.',
  }),
  'search.unavailable': () => ({
    says: 'The search broke off before it could answer.',
    remedy: 'Search again; everything saved is where it was.',
  }),
  ...talkFailureWords,
  'item.unknown': () => ({ says: 'There is no such item in this library.', remedy: 'It may have been deleted for good.' }),
  'item.found': () => ({ says: 'This has its address already.', remedy: 'Open it, or save the other link by itself.' }),
  'list.empty': () => ({
    says: 'Nothing to read or watch is named in this text.',
    remedy: 'Try carrel import with --format, if it is of another kind than it looks.',
  }),
  'series.unknown': () => ({ says: 'Nothing of this series is in the library.', remedy: 'Save one of its parts first.' }),
  'list.unknown': () => ({
    says: 'There is no such reading list in this library.',
    remedy: 'It may have been removed: undo brings it back.',
  }),
  'copy.unknown': () => ({
    says: 'There is no such copy, or nothing of the item is on this machine yet.',
    remedy: 'Refresh the item to fetch it.',
  }),
  'highlight.unknown': () => ({ says: 'This highlight is no longer there.', remedy: 'If you removed it, put it back with Undo.' }),
  'highlight.misplaced': () => ({
    says: 'The marked words do not stand there in this copy.',
    remedy: 'Open the item again and mark them once more.',
  }),
  'job.unknown': () => ({ says: 'There is no such job any more.', remedy: 'Look at the item itself.' }),
  'job.stopped': () => ({
    says: 'Saving it was stopped.',
    remedy: 'Fetch it when you like.',
    action: { label: 'Fetch it', call: 'job.retry' },
  }),
  'call.unknown': (f) => ({ says: `There is no call “${text(f.name, '')}”.`, remedy: 'The contract lists them all.' }),
  'input.invalid': (f) => ({
    says: `This request was not understood${f.where ? `: ${text(f.where, '')}` : ''}${f.why ? ` (${text(f.why, '')})` : ''}.`,
    remedy: 'Correct it and try again.',
  }),
  internal: () => ({
    says: 'Carrel made a mistake.',
    remedy: 'Nothing already saved was touched. The log has the details; please report it.',
  }),
} satisfies Record<FailureCode, Speak>

/** The words for a failure. Every code has them: a code without words does not compile. */
export function wordsFor(failure: FailureValue): Words {
  const speak: Speak = words[failure.code]
  return speak(failure.facts)
}

function place(facts: FailureFacts): string {
  return facts.folder ? ` (${text(facts.folder, '')})` : ''
}
