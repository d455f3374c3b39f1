// One line of the settings: icon, bold name, a small sentence, and what changes it.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../design/icon.tsx'

type Props = { readonly icon: LucideIcon; readonly name: string; readonly says: string; readonly children: ReactNode }

export function SettingRow({ icon, name, says, children }: Props) {
  return (
    <li>
      <Icon of={icon} />
      <div>
        <b>{name}</b>
        <small>{says}</small>
      </div>
      {children}
    </li>
  )
}
