// The help behind "?": the bindings that act right now, so it cannot say a key that does nothing.
import { Dialog } from './dialog.tsx'
import type { Binding } from './key-map.ts'
import { KeysShown } from './keys-shown.tsx'

type Props = { readonly bindings: readonly Binding[]; readonly onClose: () => void }

export function KeyHelp({ bindings, onClose }: Props) {
  const groups = Map.groupBy(bindings, (binding) => binding.group)
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <div className="keys">
        {[...groups].map(([group, members]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {[...Map.groupBy(members, (binding) => binding.says)].map(([says, same]) => (
                <div key={says}>
                  <dt>{says}</dt>
                  <dd>
                    {same.map((binding) => (
                      <KeysShown key={binding.keys} keys={binding.keys} asTheyAre />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="do">
        <button type="button" className="btn" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  )
}
