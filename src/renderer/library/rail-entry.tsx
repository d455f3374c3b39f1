// One entry of the rail: a link with its count that may take rows dropped on it, and a menu behind it when something can be done to it.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ItemSummary } from '../../shared/item.ts'
import { count } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { useDropItems } from './use-drop-items.ts'

type Props = {
  readonly href: string
  /** The address of the screen that is shown. */
  readonly here: string
  readonly icon?: LucideIcon
  readonly n: number
  /** The rail is one stop of Tab: the entry the arrows are on has it. */
  readonly tabStop: boolean
  readonly onTake?: ((items: readonly ItemSummary[]) => void) | null
  /** The pointer or the focus has come to it: what it shows may be asked for, to be here when it is opened. */
  readonly onNear?: () => void
  readonly menu?: ReactNode
  /** What keys do to it while it has the focus. */
  readonly keys?: Readonly<Record<string, () => void>>
  readonly children: ReactNode
}

export function RailEntry({ href, here, icon, n, tabStop, onTake = null, onNear, menu, keys, children }: Props) {
  const { over, targetProps } = useDropItems(onTake)
  return (
    <li
      className={[...(over ? ['takes'] : []), ...(menu === undefined ? [] : ['with-menu'])].join(' ')}
      {...targetProps}
      onContextMenu={(event) => {
        const button = event.currentTarget.querySelector<HTMLButtonElement>('[aria-haspopup="menu"]')
        if (button === null) return
        event.preventDefault()
        button.click()
      }}
    >
      <a
        href={href}
        data-entry
        onPointerEnter={onNear}
        onFocus={onNear}
        onKeyDown={(event) => {
          const run = keys?.[event.key]
          if (run === undefined) return
          // The same key means a row elsewhere.
          event.preventDefault()
          event.stopPropagation()
          run()
        }}
        aria-current={here === href ? 'page' : undefined}
        tabIndex={tabStop ? 0 : -1}
      >
        {icon === undefined ? null : <Icon of={icon} />}
        {children}
        {n === 0 ? null : <span className="n num">{count(n)}</span>}
      </a>
      {menu}
    </li>
  )
}
