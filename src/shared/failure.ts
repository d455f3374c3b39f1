// What can go wrong in the reader's world: a closed list of codes, and the value that carries one.
// The sentences people read are in failure-words.ts.

/** Every failure Carrel knows. A code names what happened to the reader's things, not which line threw. */
export const failureCodes = [
  // the link itself
  'link.invalid', // not an address at all
  'link.unsupported', // an address of a scheme we do not fetch (mailto:, ftp:)
  'link.private', // leads into this machine or the private network, and the reader did not type it
  'link.cut', // a cut-off address (ends in … or ...)
  // the server and the way to it
  'network.offline', // no network at all
  'page.unreachable', // no such host, connection refused or reset
  'page.timeout', // connect, headers or body took too long
  'page.insecure', // the certificate cannot be trusted
  'page.redirects', // too many redirects, a loop, or a redirect to nowhere
  'page.garbled', // the answer breaks HTTP or its own encoding (bad gzip, lies about its length)
  'page.gone', // 404, 410, or a page that says so with status 200
  'page.refused', // 403, 451 and other refusals
  'page.busy', // 429, 503: try later
  'page.broken', // 5xx
  'page.too-large',
  // what the page turned out to be
  'page.login', // a login or pay wall
  'page.consent', // nothing but a consent wall
  'page.script-only', // empty until its scripts run
  'page.not-html', // a type we keep neither as article nor as document
  'page.no-article', // nothing readable in it
  'page.unreadable', // parsing broke a limit of time or memory
  // files the reader gives
  'file.missing',
  'file.unreadable',
  'file.empty',
  'file.too-large',
  // one picture of a page, which fails alone
  'image.unreadable', // what was sent is no picture that can be shown
  'image.too-large', // more bytes or more pixels than we keep, or one picture too many
  'image.not-given', // belongs to a page that came as a file, and did not come with it
  // a talk's transcript
  'transcript.empty', // a file or an answer without a word in it
  'transcript.unreadable', // bytes or markup that are no captions and no text
  'transcript.too-large', // more letters than anybody says in a day
  'transcript.none', // nobody offers one
  'transcript.unknown', // no such transcript
  'transcript.marked', // highlights stand in it
  // a talk's recording
  'recording.none', // nobody offers a file of it
  'recording.unreadable', // no film or sound that a browser plays
  'recording.too-large',
  'recording.cut-off', // a part that is missing, or not gone on with
  'recording.unknown', // there is none, or its file is gone
  'yt-dlp.missing', // the tool is not installed
  'yt-dlp.failed', // it ended with an error
  'talk.to-find', // it has no address yet
  'mark.unknown', // there is none of that id, or it was removed
  // the web archive
  'archive.none',
  // the library
  'cache.full',
  'cache.read-only',
  'cache.damaged',
  'cache.gone', // the folder is no longer where it was: its disk was taken out, or somebody moved it
  'cache.newer', // written by a newer Carrel
  'cache.cloud-folder',
  'cache.busy', // another process holds it too long
  'cache.missing-blob',
  'item.unknown',
  'item.found',
  'list.unknown',
  'series.unknown', // nothing of it is in the library
  'list.empty', // the text names nothing to read or watch
  'copy.unknown',
  'highlight.unknown', // there is none of that id, or it was removed
  'highlight.misplaced', // the passage does not stand there in that copy
  'backup.unfinished', // its process was ended from outside
  'search.unavailable', // the process of the search index died twice over one question
  'job.unknown',
  'job.stopped', // the reader stopped it before anything was saved
  // the doors
  'call.unknown',
  'input.invalid',
  'internal',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** Facts are plain, small and printable; failure-words.ts weaves them into the sentence. */
export type FailureFacts = Readonly<Record<string, string | number | boolean | null>>

/** A failure as plain data: what crosses a door, what a row stores. */
export type FailureValue = { readonly code: FailureCode; readonly facts: FailureFacts }

/** Thrown by steps; caught in answer.ts and jobs/queue/queue.ts only. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly facts: FailureFacts
  constructor(code: FailureCode, facts: FailureFacts = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'Failure'
    this.code = code
    this.facts = facts
  }
  /** The plain value of this failure, fit for a door or a row. */
  toValue(): FailureValue {
    return { code: this.code, facts: this.facts }
  }
}

/** True for a cancelled operation, which is not a failure: it unwinds and nothing is said. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || isCancelled(error.cause))
}
