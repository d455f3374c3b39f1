// Every key in its group, and the way to another one: press Change, press the key. What is taken is said, and may be swapped.
import { type KeyboardEvent, useState } from 'react'
import { comboOf } from '../design/key-combo.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { useKeyMap } from '../design/use-keys.ts'
import { type CheckedKeys, checkKeys, type KnownKeys, withActing } from './known-keys.ts'
import type { SettingsPanelProps } from './settings-panel-props.ts'

type Refused = { readonly id: string; readonly keys: string; readonly why: Extract<CheckedKeys, { ok: false }> }

export function KeysPanel({ now, change }: SettingsPanelProps) {
  const map = useKeyMap()
  const [known] = useState(() => withActing(map.list()))
  const [asking, setAsking] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const own = now.keys

  const give = (changes: Readonly<Record<string, string>>) => {
    // A key given back its own meaning is no key of the reader's.
    const next = Object.entries({ ...own, ...changes }).filter(([id, keys]) => id !== keys)
    setRefused(null)
    change({ keys: Object.fromEntries(next) })
  }
  const press = (id: string) => (event: KeyboardEvent) => {
    if (asking !== id || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setAsking(null)
    const keys = comboOf(event.nativeEvent)
    if (keys === null) return
    setAsking(null)
    const checked = checkKeys(known, own, id, keys)
    if (checked.ok) give({ [id]: keys })
    else setRefused({ id, keys, why: checked })
  }
  const row = ({ id, says, group }: KnownKeys) => (
    <li key={id}>
      <div>
        <b>{says}</b>
        {own[id] === undefined ? null : (
          <small>
            Yours; it was <KeysShown keys={id} asTheyAre />
          </small>
        )}
        <small role="status">
          {refused?.id !== id ? null : (
            <>
              <KeysShown keys={refused.keys} asTheyAre /> {refused.why.says}
            </>
          )}
        </small>
      </div>
      <span className="in-force">{asking === id ? null : <KeysShown keys={id} />}</span>
      {refused?.id === id && refused.why.other !== null ? (
        <Swap
          onSwap={() => {
            const other = refused.why.other
            if (other !== null) give({ [id]: refused.keys, [other.id]: own[id] ?? id })
          }}
        />
      ) : null}
      {own[id] === undefined ? null : (
        <button type="button" className="btn bare sm" aria-label={`${nameOf(group, says)}: as it was`} onClick={() => giveBack(id)}>
          As it was
        </button>
      )}
      <button
        type="button"
        className="btn sm"
        aria-label={asking === id ? `${nameOf(group, says)}: press the new key` : `${nameOf(group, says)}: change the key`}
        aria-pressed={asking === id}
        onClick={() => {
          setRefused(null)
          setAsking(asking === id ? null : id)
        }}
        onKeyDown={press(id)}
        onBlur={() => setAsking(null)}
      >
        {asking === id ? 'Press the new key' : 'Change'}
      </button>
    </li>
  )
  const giveBack = (id: string) => {
    const checked = checkKeys(known, own, id, id)
    if (checked.ok) give({ [id]: id })
    else setRefused({ id, keys: id, why: checked })
  }
  return (
    <>
      {[...Map.groupBy(known, ({ group }) => group)].map(([group, members]) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <ul className="set keys-set">{members.map(row)}</ul>
        </section>
      ))}
      <p className="do">
        <button type="button" className="btn sm" disabled={Object.keys(own).length === 0} onClick={() => change({ keys: {} })}>
          All as they were
        </button>
        <span className="quiet">
          Enter, <KeysShown keys="Escape" asTheyAre />, arrows and the system’s own keys stay what they are everywhere.
        </span>
      </p>
    </>
  )
}

/** One says “Archive” for the item and for the place; read without its heading, a button has to say which. */
function nameOf(group: string, says: string): string {
  return group === 'Go to' ? `Go to ${says}` : says
}

function Swap({ onSwap }: { readonly onSwap: () => void }) {
  return (
    <button type="button" className="btn sm" onClick={onSwap}>
      Swap the two
    </button>
  )
}
