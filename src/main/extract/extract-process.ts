// The entry of an extract process: takes one task at a time from its parent and answers it. Ends when the parent does.
import { constants, setPriority } from 'node:os'
import { Failure } from '../../shared/failure.ts'
import { withinTime } from '../platform/within-time.ts'
import type { ExtractTask, FromChild, ToChild } from './extract-messages.ts'
import { extractPage } from './extract-page.ts'
import { readPdf } from './read-pdf.ts'
import { sanitiseSvg } from './sanitise-svg.ts'

/** Longer than the pool ever waits by the clock, which ends us before. It counts when the core was killed: a page that computes without end has nobody left to stop it. */
const orphansTimeMs = 200_000

async function run(task: ExtractTask): Promise<unknown> {
  if (task.task === 'page') return extractPage(task.html, task.url)
  if (task.task === 'svg') return sanitiseSvg(task.svg)
  return readPdf(task.bytes)
}

async function answer(message: ToChild): Promise<void> {
  const say = (said: { value: unknown } | { failure: ReturnType<Failure['toValue']> } | { broken: string }): void => {
    const answered: FromChild = { id: message.id, rss: process.memoryUsage.rss(), ...said }
    process.send?.(answered)
  }
  try {
    say({ value: await withinTime(orphansTimeMs, () => run(message)) })
  } catch (error) {
    if (error instanceof Failure) say({ failure: error.toValue() })
    else say({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

// Whoever reads or types goes first: cleaning takes what the processors have left.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

process.on('message', (message: ToChild) => void answer(message))
// Without a parent there is nobody to work for; an unfinished page is nobody's loss.
process.on('disconnect', () => process.exit(0))
process.send?.({ id: 0, rss: process.memoryUsage.rss(), value: 'ready' } satisfies FromChild)
