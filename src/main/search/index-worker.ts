// The process of the search index: owns index.db, does one task at a time, questions before filling. Ends when its parent does.
import { Failure } from '../../shared/failure.ts'
import type { Log } from '../platform/log.ts'
import { openIndexFile } from './index-file.ts'
import type { FromWorker, IndexTask, Question, ToWorker } from './index-messages.ts'
import { fillState, newestSeq, putDocs, removeDocs, setFilled, startOver } from './index-store.ts'
import { type Inquiry, inquiryOf } from './inquiry.ts'

const log: Log = {
  // Errors lose their stack on the way between processes, so they travel as words.
  write: (level, what, facts = {}) =>
    say({
      log: {
        level,
        what,
        facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact instanceof Error ? fact.message : fact])),
      },
    }),
}
const file = openIndexFile(process.argv[2] ?? '', log)

/** Questions not yet answered, the newest last; it is answered first, since it is what somebody looks at. */
const questions: { readonly id: number; readonly inquiry: Inquiry }[] = []
const chores: { readonly id: number; readonly task: Exclude<IndexTask, Question> }[] = []
let busy = false
/** The file that the caller was last told about. */
let filling = ''

process.on('message', ({ id, task }: ToWorker) => {
  if (task.call === 'find' || task.call === 'match' || task.call === 'snippets') {
    for (const earlier of questions) earlier.inquiry.overtake()
    questions.push({ id, inquiry: inquiryOf(task) })
  } else chores.push({ id, task })
  if (!busy) setImmediate(next)
  busy = true
})
// Ctrl+C in a terminal is for the whole group; whether and when we end is our parent's to say.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
// Whoever asked is gone; what was not committed is put again from the library's outbox.
process.on('disconnect', () => process.exit(0))

/** One task or one step of a question, then a look at the messages: a newer question never waits for more than the step under way. */
function next(): void {
  const question = questions.at(-1)
  const chore = question ? undefined : chores.shift()
  if (question) step(question)
  else if (chore) answer(chore.id, () => run(chore.task))
  if (questions.length + chores.length > 0) setImmediate(next)
  else busy = false
}

function step(question: { readonly id: number; readonly inquiry: Inquiry }): void {
  const { id, inquiry } = question
  try {
    const value = file.use((database) => inquiry.step(database))
    if (value === undefined) return
    questions.splice(questions.indexOf(question), 1)
    answer(id, () => value)
  } catch (error) {
    questions.splice(questions.indexOf(question), 1)
    answer(id, () => {
      throw error
    })
  }
}

function run(task: Exclude<IndexTask, Question>): unknown {
  switch (task.call) {
    case 'needsFill': {
      const { filled, generation } = file.use(fillState)
      filling = generation
      return !filled
    }
    case 'markFilled':
      return file.use((database) => setFilled(database, filling))
    case 'put':
      return file.use((database) => putDocs(database, task.docs))
    case 'remove':
      return file.use((database) => removeDocs(database, task.lines))
    case 'newestSeq':
      return file.use(newestSeq)
    case 'startOver':
      return file.use((database) => startOver(database, task.newest))
    case 'close':
      file.close()
      // The answer goes out first.
      setImmediate(() => process.disconnect())
      return null
  }
}

function answer(id: number, work: () => unknown): void {
  try {
    say({ id, ok: true, value: work() ?? null })
  } catch (error) {
    const failure = error instanceof Failure ? error.toValue() : null
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    say({ id, ok: false, failure, message, stack })
  }
}

function say(message: FromWorker): void {
  process.send?.(message)
}
