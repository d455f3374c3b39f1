// The keys of one binding as they stand in a button, a tooltip or the help dialog: always those in force, also the reader's own.
import { comboShown, onMac } from './key-combo.ts'
import { useKeysOf } from './use-keys.ts'

/** `keys`: the id of a binding (the key it was made with). `asTheyAre`: a combination that is in force already. */
export function KeysShown({ keys, asTheyAre = false }: { readonly keys: string; readonly asTheyAre?: boolean }) {
  const inForce = useKeysOf(keys)
  return comboShown(asTheyAre ? keys : inForce, onMac()).map((key) => <kbd key={key}>{key}</kbd>)
}
