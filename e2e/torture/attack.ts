// What an attack on the program is: something that really does harm, at a length one chooses, from a seed that repeats it, and says what held.

/** `short` stands in `npm test` (seconds); `full` in `npm run torture` (minutes). */
export type Length = 'short' | 'full'

export type Given = {
  readonly length: Length
  /** Every random choice of the attack follows from it. */
  readonly seed: number
  /** A folder of real pages (`index.ndjson` and what it names); an attack that wants one does without when there is none. */
  readonly corpus?: string
  /** A line of progress for whoever waits. */
  say(line: string): void
}

/** One class of an attack: how many cases were tried and which of them did not hold. */
export type Outcome = {
  readonly name: string
  readonly cases: number
  /** One line for each case that gave way, with what repeats it; none when all held. */
  readonly broken: readonly string[]
  /** A figure worth showing, such as the most memory used. */
  readonly figure?: string
}

export type Attack = {
  readonly name: string
  run(given: Given): Promise<readonly Outcome[]>
}
