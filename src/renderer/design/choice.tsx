// A choice among a few: the system's own list behind our own look, so every system's keys and readers know it.
import type { LucideIcon } from 'lucide-react'
import { Icon } from './icon.tsx'

type Props<T extends string> = {
  readonly name: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChoose: (value: T) => void
  readonly icon?: LucideIcon
  readonly label?: string
  readonly look?: 'bare' | 'field'
}

export function Choice<T extends string>({ name, value, options, onChoose, icon, label, look = 'bare' }: Props<T>) {
  return (
    <label className={look === 'bare' ? 'choice btn bare sm' : 'choice field'} title={name}>
      {icon === undefined ? null : <Icon of={icon} small />}
      {label === undefined ? null : <span className="lab">{label}</span>}
      <select
        aria-label={name}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
