// Electron's emitters, knowing only the events they are said to have.
import { EventEmitter } from 'node:events'
import { strict, violation } from './strict.ts'

type Listener = (...args: never[]) => unknown

/** `on`, `once` and `off` for the named events; `tell` is for the stand-in alone. */
export function emitter(name: string, events: readonly string[]) {
  const hub = new EventEmitter()
  const known = (event: string): void => {
    if (!events.includes(event)) throw violation(`${name} has no event ${event} that is modelled`)
  }
  return {
    members: {
      on(event: string, listener: Listener) {
        known(event)
        hub.on(event, listener as (...args: unknown[]) => void)
      },
      once(event: string, listener: Listener) {
        known(event)
        hub.once(event, listener as (...args: unknown[]) => void)
      },
      off(event: string, listener: Listener) {
        known(event)
        hub.off(event, listener as (...args: unknown[]) => void)
      },
    },
    /** Calls the listeners; `first` becomes their first argument's fields. Answers whether one of them prevented it. */
    tell(event: string, first: object = {}, ...rest: readonly unknown[]): boolean {
      known(event)
      let prevented = false
      const preventDefault = (): void => {
        prevented = true
      }
      const details = { preventDefault, ...first }
      hub.emit(event, strict(`the event ${event}`, details), ...rest)
      return prevented
    },
  }
}
