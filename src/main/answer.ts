// The only way in: find the call, check the input, run its handler, wrap the answer. Every door comes through here.
import { z } from 'zod'
import { type Answer, type CallName, calls } from '../shared/contract.ts'
import { Failure } from '../shared/failure.ts'
import type { FirstAnswer, FirstQuestion } from '../shared/first-questions.ts'
import type { Handlers } from './handlers/handler.ts'
import { failureOf } from './platform/failure-of.ts'
import type { Log } from './platform/log.ts'

const mostFactLetters = 200

/** Answers a call by name with raw input; never throws. A thrown Failure comes back as its value, anything else as `internal`. */
export async function answer(handlers: Handlers, log: Log, name: string, input: unknown): Promise<Answer> {
  try {
    if (!isCall(name)) throw new Failure('call.unknown', { name: name.slice(0, 80) })
    const checked = check(name, input)
    if (!checked.success) throw invalid(checked.error)
    // The handler table is typed per call; here the name is only known at run time.
    const handler = handlers[name] as (input: unknown) => unknown
    return { ok: true, value: (await handler(checked.data)) as never }
  } catch (error) {
    return { ok: false, failure: failureOf(error, log, name) }
  }
}

/** The answers to several questions at once; one that fails is left out, whoever needs it asks again and hears why. */
export async function answerAll(handlers: Handlers, log: Log, questions: readonly FirstQuestion[]): Promise<readonly FirstAnswer[]> {
  const answered = await Promise.all(
    questions.map(async ({ name, input }) => ({ name, input, answered: await answer(handlers, log, name, input) })),
  )
  return answered.flatMap(({ name, input, answered: one }) => (one.ok ? [{ name, input, value: one.value } as FirstAnswer] : []))
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

/** Zod measures what is no list as well, by a `length` that may be anything: a comparison that throws is an input nobody asked for. */
function check(name: CallName, input: unknown) {
  try {
    return calls[name].input.safeParse(input)
  } catch (cause) {
    throw new Failure('input.invalid', { where: '', why: 'Invalid input' }, { cause })
  }
}

function invalid(error: z.ZodError): Failure {
  const [first] = error.issues
  // Both may repeat what was given, of which there may be megabytes.
  const where = first?.path.join('.') ?? ''
  const why = first?.message ?? z.prettifyError(error)
  return new Failure('input.invalid', { where: where.slice(0, mostFactLetters), why: why.slice(0, mostFactLetters) })
}
