// How the command line speaks: one JSON value or plain lines on stdout; words and progress on stderr. A terminal obeys escapes, and
// titles, names and texts are other people's: nothing of them reaches it but letters.
import type { FailureValue } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import { harmlessText } from '../../shared/text/harmless-signs.ts'

export type Print = {
  readonly json: boolean
  /** The command's value: as one JSON value with --json, else as the lines given. What stands between a snippet's marks is bold on a terminal. */
  value(value: unknown, lines: () => readonly string[]): void
  /** A whole text for stdout, ended by a line break: as it is into a pipe or a file, without signs that a terminal obeys on one. */
  text(text: string): void
  /** Words for the person, on stderr. */
  words(...lines: readonly string[]): void
  failure(failure: FailureValue): void
  /** A line that replaces itself on a terminal and is left out in a pipe. */
  progress(line: string): void
}

const giveFile = 'carrel save page.html --url ADDRESS'
/** What a remedy is on a command line. */
const typed: { readonly [Code in FailureValue['code']]?: string } = {
  'item.unknown': 'carrel list',
  'cache.damaged': 'carrel doctor --repair',
  'page.refused': giveFile,
  'page.login': giveFile,
  'page.consent': giveFile,
  'page.script-only': giveFile,
  'page.no-article': giveFile,
}

/** The sentences of a failure, as the window says them, and what to type. */
export function failureLines(failure: FailureValue): readonly string[] {
  const { says, remedy } = wordsFor(failure)
  const command = typed[failure.code]
  return [says, `  ${remedy}`, ...(command === undefined ? [] : [`  ${command}`])]
}

/** The same JSON value, with every sign a terminal might obey or turn a line around for written as an escape of JSON. */
function quietJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Letters alone; the marks of a snippet (U+0002 to U+0003) as bold where there is one, and never beyond the line's end. */
function quietLine(line: string, bold: boolean): string {
  const parts = line.split(/[\u0002\u0003]/)
  const text = parts.map(harmlessText)
  if (!bold || parts.length === 1) return text.join('')
  return `${text.map((part, at) => (at === 0 ? part : `${at % 2 === 1 ? '\u001b[1m' : '\u001b[22m'}${part}`)).join('')}\u001b[22m`
}

/** Prints to a process's own streams. */
export function openPrint(process: NodeJS.Process, json: boolean): Print {
  const terminal = process.stderr.isTTY === true
  const screen = process.stdout.isTTY === true
  const bold = screen && process.env.NO_COLOR === undefined
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  const print: Print = {
    json,
    value(value, lines) {
      clear()
      if (json) process.stdout.write(`${quietJson(value)}\n`)
      else for (const line of lines()) process.stdout.write(`${quietLine(line, bold)}\n`)
    },
    text(text) {
      clear()
      const given = screen ? harmlessText(text) : text
      process.stdout.write(given.endsWith('\n') ? given : `${given}\n`)
    },
    words(...lines) {
      clear()
      for (const line of lines) process.stderr.write(`${harmlessText(line)}\n`)
    },
    failure(failure) {
      print.words(...failureLines(failure))
    },
    progress(line) {
      if (!terminal) return
      clear()
      process.stderr.write(harmlessText(line).slice(0, (process.stderr.columns ?? 80) - 1))
      shown = true
    },
  }
  return print
}
