// A button that is only an icon: it has a name, and a tooltip with its key.
import type { LucideIcon } from 'lucide-react'
import { Icon } from './icon.tsx'
import { comboShown, onMac } from './key-combo.ts'
import { useKeysOf } from './use-keys.ts'

type Props = {
  readonly icon: LucideIcon
  readonly name: string
  /** The id of the binding that does the same; its key in force stands in the tooltip. */
  readonly hint?: string
  readonly onPress: () => void
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly filled?: boolean
}

export function ToolButton({ icon, name, hint, onPress, pressed, expanded, filled = false }: Props) {
  const keys = comboShown(useKeysOf(hint ?? ''), onMac()).join(' ')
  return (
    <button
      type="button"
      className={filled ? 'tool filled' : 'tool'}
      aria-label={name}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={hint === undefined ? name : `${name} (${keys})`}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  )
}
