// One fact of a failure as words.
import type { FailureFacts } from './failure.ts'

/** `otherwise` when nobody told it. */
export function text(fact: FailureFacts[string] | undefined, otherwise: string): string {
  return fact === undefined || fact === null || fact === '' ? otherwise : String(fact)
}

/** A limit in megabytes, after “larger than”. */
export function megabytes(fact: FailureFacts[string] | undefined): string {
  return typeof fact === 'number' ? `the limit of ${Math.round(fact / 1e6)} MB` : 'the limit'
}
