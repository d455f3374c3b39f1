// The program's end of the channel to the driver. The program itself must not see it: process.send is gone afterwards.
import { type Asked, openChannel } from './channel.ts'
import { reportViolationsTo } from './strict.ts'

const answers: Record<string, Asked> = {}
const send = process.send?.bind(process)
if (send === undefined) throw new Error('the stand-in runs only as a child of its driver')

export const driver = openChannel(
  {
    send: (message) => void send(message),
    hear: (listener) => process.on('message', listener),
    // Without its driver the program has no screen left.
    gone(listener) {
      process.on('disconnect', () => {
        listener()
        process.exit(1)
      })
    },
  },
  answers,
)
delete (process as { send?: unknown }).send

/** Adds what the driver may ask of this part of the stand-in. */
export function answerDriver(more: Readonly<Record<string, Asked>>): void {
  Object.assign(answers, more)
}

reportViolationsTo((words) => void driver.ask('violation', words).catch(() => undefined))
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    const words = `${event} in the main process: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    void driver.ask('violation', words).finally(() => process.exit(1))
  })
}
