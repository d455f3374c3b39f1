// An object that knows what it is: asking it for anything else throws, and is reported, since the program may swallow the error.

let report: (violation: string) => void = () => undefined

/** Where violations go; they fail the run. */
export function reportViolationsTo(listener: (violation: string) => void): void {
  report = listener
}

/** Says what the program did that the stand-in does not allow or does not model. */
export function violation(words: string): Error {
  report(words)
  return new Error(`Electron stand-in: ${words}`)
}

// Asked for by the language itself (await, templates, JSON) rather than by the program.
const askedByLanguage = new Set(['then', 'toJSON', 'toString', 'valueOf', 'constructor'])

/** `object` behind a door that opens only for the members it has; `settable` ones may be set, and check what they are given. */
export function strict<T extends object>(name: string, object: T, settable: readonly string[] = []): T {
  return new Proxy(object, {
    get(target, member) {
      if (member in target || typeof member === 'symbol' || askedByLanguage.has(member)) {
        const value: unknown = Reflect.get(target, member, target)
        return value
      }
      throw violation(`${name}.${member} is not modelled`)
    },
    set(target, member, value) {
      if (settable.includes(String(member))) return Reflect.set(target, member, value, target)
      throw violation(`${name}.${String(member)} was set, which is not modelled`)
    },
  })
}

/** Throws unless every key of `object` is among `known`. */
export function onlyKeys(name: string, object: object, known: readonly string[]): void {
  for (const key of Object.keys(object)) if (!known.includes(key)) throw violation(`${name} has no option ${key} that is modelled`)
}
