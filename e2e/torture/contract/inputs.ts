// Inputs a call must take, made from its own schema: every kind of value the schema allows, at its edges, with ids and links that exist.
import { z } from 'zod'
import type { Chance } from '../random.ts'
import type { Pools } from './pools.ts'

/** The part of JSON Schema that the contract speaks. */
export type Shape = {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null'
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Shape
  readonly propertyNames?: Shape
  readonly items?: Shape
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Shape[]
  readonly default?: unknown
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly $schema?: string
}
const known = [
  ...['type', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'enum', 'anyOf', 'default', 'pattern', '$schema'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'exclusiveMinimum'],
]

/** The schema of what goes in. Throws when it says something this file does not know, so that nothing is left untried in silence. */
export function shapeOf(input: z.ZodType): Shape {
  const shape = z.toJSONSchema(input, { io: 'input' }) as Shape
  const check = (one: Shape): void => {
    const strange = Object.keys(one).filter((word) => !known.includes(word))
    if (strange.length > 0) throw new Error(`the contract says ${strange.join(', ')}, which inputs.ts does not know`)
    for (const part of [
      ...Object.values(one.properties ?? {}),
      ...(one.anyOf ?? []),
      one.items,
      one.propertyNames,
      one.additionalProperties,
    ]) {
      if (typeof part === 'object') check(part)
    }
  }
  check(shape)
  return shape
}

/** A value the shape allows. `name` is the field it stands in, which says what sort of text makes sense there. */
export function validInput(shape: Shape, chance: Chance, pools: Pools, name = ''): unknown {
  if (shape.anyOf !== undefined) return validInput(chance.pick(shape.anyOf), chance, pools, name)
  if (shape.enum !== undefined) return chance.pick(shape.enum)
  switch (shape.type) {
    case 'object':
      return validObject(shape, chance, pools)
    case 'array':
      return Array.from({ length: lengthBetween(shape.minItems ?? 0, shape.maxItems ?? 40, chance) }, () =>
        validInput(shape.items ?? {}, chance, pools, name),
      )
    case 'string':
      return validText(shape, chance, pools, name)
    case 'number':
    case 'integer':
      return validNumber(shape, chance)
    case 'boolean':
      return chance.next() < 0.5
    case 'null':
      return null
    case undefined:
      throw new Error(`a shape without a type: ${JSON.stringify(shape)}`)
  }
}

function validObject(shape: Shape, chance: Chance, pools: Pools): Record<string, unknown> {
  const fields = Object.entries(shape.properties ?? {}).filter(([name]) => shape.required?.includes(name) === true || chance.next() < 0.5)
  const more = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : null
  const extra = Array.from({ length: more === null ? 0 : chance.between(0, 4) }, () => [
    String(validText(shape.propertyNames ?? {}, chance, pools, 'key')),
    validInput(more ?? {}, chance, pools),
  ])
  return Object.fromEntries([...fields.map(([name, field]) => [name, validInput(field, chance, pools, name)]), ...extra])
}

function lengthBetween(least: number, most: number, chance: Chance): number {
  // Mostly few, sometimes as many as there may be, within what a run has time for.
  return chance.next() < 0.95 ? Math.min(most, least + chance.between(0, 4)) : Math.min(most, 2_000)
}

function validText(shape: Shape, chance: Chance, pools: Pools, name: string): string {
  if (shape.pattern !== undefined) {
    const digits = /^\^\[0-9a-f\]\{(\d+)\}\$$/.exec(shape.pattern)?.[1]
    if (digits === undefined) throw new Error(`a pattern inputs.ts does not know: ${shape.pattern}`)
    const real = pools.ids().filter((id) => id.length === Number(digits))
    if (real.length > 0 && chance.next() < 0.7) return chance.pick(real)
    return Array.from({ length: Number(digits) }, () => chance.between(0, 15).toString(16)).join('')
  }
  const least = shape.minLength ?? 0
  const most = shape.maxLength ?? 2_000
  const text = chance.next() < 0.03 ? 'x'.repeat(Math.min(most, 300_000)) : pools.text(name, chance)
  return text.slice(0, most).padEnd(least, 'x')
}

function validNumber(shape: Shape, chance: Chance): number {
  const whole = shape.type === 'integer'
  const least =
    shape.minimum ?? (shape.exclusiveMinimum === undefined ? -9_007_199_254_740_991 : shape.exclusiveMinimum + (whole ? 1 : 1e-9))
  const most = shape.maximum ?? 9_007_199_254_740_991
  const edge = chance.next()
  if (edge < 0.15) return least
  if (edge < 0.25) return most
  const near = Math.min(most, least + chance.pick([1, 10, 100, 10_000]))
  const between = least + chance.next() * (near - least)
  return whole ? Math.min(most, Math.max(least, Math.round(between))) : between
}
