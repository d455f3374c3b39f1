// What a caller has been promised: each thing of the library with the values it may have now. Acknowledged, it has one; while a call is under way, two.
import type { ItemId } from '../../../src/shared/item.ts'

/** Things of an item that are promised; `mark …` is one highlight with its note. */
export type Field = 'here' | 'place' | 'favourite' | 'tags' | 'title' | 'saved' | `mark ${string}`
export type Actual = ReadonlyMap<ItemId, ReadonlyMap<Field, string>>

export type Ledger = {
  items(): readonly ItemId[]
  /** The value that was acknowledged; undefined while it is open. */
  sure(id: ItemId, field: Field): string | undefined
  /** A call that will set this is sent. */
  begin(ids: readonly ItemId[], field: Field, value: string): void
  /** It was answered. */
  done(ids: readonly ItemId[], field: Field, value: string): void
  /** Holds everything against what is there: one line for each promise that was broken. What was open is then what it is. */
  settle(actual: Actual): readonly string[]
}

const unknown: ReadonlyMap<Field, string> = new Map([['here', 'no']])

export function openLedger(): Ledger {
  const promised = new Map<ItemId, Map<Field, ReadonlySet<string>>>()
  const fieldsOf = (id: ItemId): Map<Field, ReadonlySet<string>> => {
    const fields = promised.get(id) ?? new Map<Field, ReadonlySet<string>>([['here', new Set(['no'])]])
    promised.set(id, fields)
    return fields
  }
  const sure = (id: ItemId, field: Field): string | undefined => {
    const values = promised.get(id)?.get(field)
    return values?.size === 1 ? [...values][0] : undefined
  }
  return {
    items: () => [...promised.keys()].filter((id) => sure(id, 'here') === 'yes'),
    sure,
    begin(ids, field, value) {
      for (const id of ids) {
        const fields = fieldsOf(id)
        fields.set(field, new Set([...(fields.get(field) ?? ['']), value]))
      }
    },
    done(ids, field, value) {
      for (const id of ids) fieldsOf(id).set(field, new Set([value]))
    },
    settle(actual) {
      const broken: string[] = []
      for (const [id, fields] of promised) {
        const there = actual.get(id) ?? unknown
        const gone = there.get('here') === 'no'
        for (const [field, values] of fields) {
          const value = there.get(field) ?? ''
          // What was deleted for good has nothing else to keep.
          if (gone && field !== 'here') continue
          if (!values.has(value)) broken.push(`${field} of ${id} is ${value || 'nothing'}, promised was ${[...values].join(' or ')}`)
          // What is not saved yet may be at any moment: its job goes on in whoever comes next.
          fields.set(field, new Set(field === 'saved' && value === '' ? values : [value]))
        }
        if (gone) promised.set(id, new Map([['here', new Set(['no'])]]))
        // Saved by a call that was cut off before it could say where.
        else if (!fields.has('place')) fields.set('place', new Set([there.get('place') ?? '']))
      }
      return broken
    },
  }
}
