// A place with nothing in it: one sentence that names the next step.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../design/icon.tsx'

type Props = { readonly icon: LucideIcon; readonly bold: string; readonly plain: string; readonly children?: ReactNode }

export function EmptyPlace({ icon, bold, plain, children }: Props) {
  return (
    <div className="empty">
      <Icon of={icon} />
      <p>
        <b>{bold}</b> {plain}
      </p>
      {children}
    </div>
  )
}
