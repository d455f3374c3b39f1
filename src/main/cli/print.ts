// How the command line speaks: one JSON value or plain lines on stdout; words and progress on stderr.
import type { FailureValue } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'

export type Print = {
  readonly json: boolean
  readonly color: boolean
  /** The command's value: as one JSON value with --json, else as the lines given. */
  value(value: unknown, lines: () => readonly string[]): void
  /** Raw text for stdout, ended by a line break. */
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

/** Prints to a process's own streams. */
export function openPrint(process: NodeJS.Process, json: boolean): Print {
  const terminal = process.stderr.isTTY === true
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  const print: Print = {
    json,
    color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    value(value, lines) {
      clear()
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`)
      else for (const line of lines()) process.stdout.write(`${line}\n`)
    },
    text(text) {
      clear()
      process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    words(...lines) {
      clear()
      for (const line of lines) process.stderr.write(`${line}\n`)
    },
    failure(failure) {
      print.words(...failureLines(failure))
    },
    progress(line) {
      if (!terminal) return
      clear()
      process.stderr.write(line.slice(0, (process.stderr.columns ?? 80) - 1))
      shown = true
    },
  }
  return print
}
