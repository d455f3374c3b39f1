// Random ids as an argument, so that tests can foresee them.
import { randomBytes } from 'node:crypto'

export type Ids = {
  /** A fresh random id of 128 bits, as 32 hex digits. */
  random(): string
}

export const randomIds: Ids = { random: () => randomBytes(16).toString('hex') }
