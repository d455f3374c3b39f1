// A button that is only an icon: it has a name, and a tooltip with its key.
import type { LucideIcon } from 'lucide-react'
import { Icon } from './icon.tsx'

type Props = {
  readonly icon: LucideIcon
  readonly name: string
  readonly hint?: string
  readonly onPress: () => void
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly filled?: boolean
}

export function ToolButton({ icon, name, hint, onPress, pressed, expanded, filled = false }: Props) {
  return (
    <button
      type="button"
      className={filled ? 'tool filled' : 'tool'}
      aria-label={name}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={hint === undefined ? name : `${name} (${hint})`}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  )
}
