// Whatever was thrown, as the plain value of a failure. Used by the two places that catch: answer.ts and jobs/queue/queue.ts.
import { Failure, type FailureValue } from '../../shared/failure.ts'
import type { Log } from './log.ts'

/** A Failure's value; anything else is a mistake of ours: logged with its stack, answered as `internal`. */
export function failureOf(error: unknown, log: Log, during: string): FailureValue {
  if (error instanceof Failure) return error.toValue()
  log.write('error', `internal failure in ${during}`, { error })
  return { code: 'internal', facts: {} }
}
