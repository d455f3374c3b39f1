// What a caller has been promised: each thing of the library with the values it may have now. Acknowledged, it has one; while a call is under way, two.
import type { ItemId } from '../../../src/shared/item.ts'

/** Things of an item that are promised; `mark …` is one highlight with its note. */
export type Field = 'here' | 'place' | 'favourite' | 'tags' | 'title' | 'saved' | `mark ${string}`
export type Actual = ReadonlyMap<ItemId, ReadonlyMap<Field, string>>

export type Ledger = {
  items(): readonly ItemId[]
  /** The value that was acknowledged; undefined while it is open. */
  sure(id: ItemId, field: Field): string | undefined
  /** Whether it has this value for all that was promised: acknowledged, or open since a kill. */
  may(id: ItemId, field: Field, value: string): boolean
  /** A call that will set this is sent. */
  begin(ids: readonly ItemId[], field: Field, value: string): void
  /** It was answered. */
  done(ids: readonly ItemId[], field: Field, value: string): void
  /** Holds everything against what is there: one line for each promise that was broken. What was open is then what it is. */
  settle(actual: Actual): readonly string[]
}

/** `looked`: values that were open at a kill and still are after one look. */
type Kept = { readonly values: ReadonlySet<string>; readonly looked: boolean }

const unknown: ReadonlyMap<Field, string> = new Map([['here', 'no']])
const only = (value: string): Kept => ({ values: new Set([value]), looked: false })

export function openLedger(): Ledger {
  const promised = new Map<ItemId, Map<Field, Kept>>()
  const fieldsOf = (id: ItemId): Map<Field, Kept> => {
    const fields = promised.get(id) ?? new Map([['here' as const, only('no')]])
    promised.set(id, fields)
    return fields
  }
  const sure = (id: ItemId, field: Field): string | undefined => {
    const values = promised.get(id)?.get(field)?.values
    return values?.size === 1 ? [...values][0] : undefined
  }

  /**
   * A kill may fall between a commit in the write-ahead log and its entry in the log's index: then it is seen by whoever opens the library
   * next, and not yet by a look. So what was open may be either at the first look, and is what it is from the second on.
   */
  function after({ values, looked }: Kept, value: string, field: Field): Kept {
    // What is not saved yet may be at any moment: its job goes on in whoever comes next.
    if (field === 'saved' && value === '') return { values, looked }
    return values.size > 1 && !looked ? { values, looked: true } : only(value)
  }

  return {
    items: () => [...promised.keys()].filter((id) => sure(id, 'here') === 'yes'),
    sure,
    may: (id, field, value) => promised.get(id)?.get(field)?.values.has(value) ?? false,
    begin(ids, field, value) {
      for (const id of ids) {
        const fields = fieldsOf(id)
        fields.set(field, { values: new Set([...(fields.get(field)?.values ?? ['']), value]), looked: false })
      }
    },
    done(ids, field, value) {
      for (const id of ids) fieldsOf(id).set(field, only(value))
    },
    settle(actual) {
      const broken: string[] = []
      for (const [id, fields] of promised) {
        const there = actual.get(id) ?? unknown
        const gone = there.get('here') === 'no'
        for (const [field, kept] of fields) {
          const value = there.get(field) ?? ''
          // What was deleted for good has nothing else to keep.
          if (gone && field !== 'here') continue
          if (!kept.values.has(value))
            broken.push(`${field} of ${id} is ${value || 'nothing'}, promised was ${[...kept.values].join(' or ')}`)
          fields.set(field, after(kept, value, field))
        }
        if (sure(id, 'here') === 'no') promised.set(id, new Map([['here', only('no')]]))
        // Saved by a call that was cut off before it could say where.
        else if (!gone && !fields.has('place')) fields.set('place', only(there.get('place') ?? ''))
      }
      return broken
    },
  }
}
