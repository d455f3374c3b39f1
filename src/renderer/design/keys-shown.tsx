// The keys of one binding as they stand in a button, a tooltip or the help dialog.
import { comboShown, onMac } from './key-combo.ts'

export function KeysShown({ keys }: { readonly keys: string }) {
  return comboShown(keys, onMac()).map((key) => <kbd key={key}>{key}</kbd>)
}
