// An input with something wrong about it: a part left out, added, of another type, too long, too large, or of a kind that only IPC can carry.
import type { Chance } from '../random.ts'

const strange: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => [],
  () => ({}),
  () => '',
  () => 'x'.repeat(100_001),
  () => 'f'.repeat(32),
  () => -1,
  () => 0.5,
  () => 1e308,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 2 ** 53,
  () => 2n ** 70n,
  () => true,
  () => new Date(Number.NaN),
  () => new Map([['id', 1]]),
  () => new Set(['x']),
  () => new Uint8Array(8),
  () => new Error('an error'),
  () => /x/g,
  () => Array.from({ length: 20_000 }, () => 'a'),
  () => Array.from({ length: 3 }),
  () => nested(500),
  () => circular(),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => Object.assign(Object.create(null), { id: 'x' }),
  () => ({ length: 3, 0: 'a' }),
  () => JSON.parse('{"then":"x","toJSON":"x","toString":"x","valueOf":1}'),
]
const names = ['__proto__', 'constructor', 'prototype', 'extra', '', '0', 'id', 'ids', 'then', 'toString', '\0', 'a'.repeat(10_000)]

/** `input` with one to three parts changed; the given one stays as it is. */
export function mutateInput(input: unknown, chance: Chance): unknown {
  let changed: unknown = structuredClone(input)
  for (let times = chance.between(1, 3); times > 0; times--) changed = mutateOnce(changed, chance)
  return changed
}

function mutateOnce(value: unknown, chance: Chance): unknown {
  if (chance.next() < 0.15 || typeof value !== 'object' || value === null) return chance.pick(strange)()
  if (Array.isArray(value)) {
    const at = chance.between(0, value.length)
    if (chance.next() < 0.3) return value.toSpliced(at, 1)
    if (chance.next() < 0.3) return value.toSpliced(at, 0, chance.pick(strange)())
    return value.length === 0 ? [chance.pick(strange)()] : value.with(at % value.length, mutateOnce(value[at % value.length], chance))
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return chance.pick(strange)()
  const fields = Object.entries(value)
  const what = chance.next()
  if (fields.length === 0 || what < 0.25) return withField(fields, chance.pick(names), chance.pick(strange)())
  const [name, old] = chance.pick(fields)
  if (what < 0.45) return Object.fromEntries(fields.filter(([one]) => one !== name))
  return withField(fields, name, chance.next() < 0.6 ? mutateOnce(old, chance) : chance.pick(strange)())
}

/** Also a field named __proto__ becomes a field, as JSON.parse makes it. */
function withField(fields: readonly (readonly [string, unknown])[], name: string, value: unknown): object {
  const made = {}
  for (const [key, one] of [...fields, [name, value] as const])
    Object.defineProperty(made, key, { value: one, enumerable: true, configurable: true, writable: true })
  return made
}

function nested(levels: number): unknown {
  let inner: unknown = 1
  for (let level = 0; level < levels; level++) inner = level % 2 === 0 ? [inner] : { a: inner }
  return inner
}

function circular(): unknown {
  const round: Record<string, unknown> = { id: 'x' }
  round.self = round
  return round
}
