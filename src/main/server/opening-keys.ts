// Keys for one opening: what goes to a browser's command line, which everybody on the machine may read, is worth nothing a moment later.
// The token itself, which lasts as long as the server, is guard.ts's.
import { createHash, randomBytes } from 'node:crypto'

const lifeMs = 60_000

export type OpeningKeys = {
  /** A new key of 256 random bits, fit for an address. */
  make(): string
  /** True the first time, while it lives; it is used up then. */
  take(given: string): boolean
}

/** `now` in milliseconds, from any beginning. */
export function openOpeningKeys(now: () => number = () => performance.now()): OpeningKeys {
  // Kept and looked up by digest, so that no comparison tells how near a guess was.
  const livesUntil = new Map<string, number>()
  return {
    make() {
      for (const [key, until] of livesUntil) if (until <= now()) livesUntil.delete(key)
      const key = randomBytes(32).toString('base64url')
      livesUntil.set(digest(key), now() + lifeMs)
      return key
    },
    take(given) {
      const key = digest(given)
      const until = livesUntil.get(key)
      livesUntil.delete(key)
      return until !== undefined && now() < until
    },
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
