// What a time in the margin offers: the recording there, or a note there. One menu for all times.
import { ArrowUpRight, StickyNote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import { Icon } from '../design/icon.tsx'
import type { OpenAt } from './talk-parts.ts'

type Props = {
  readonly seconds: number
  readonly button: HTMLButtonElement
  readonly openAt: OpenAt
  readonly onNote: () => void
  readonly onClose: () => void
}

export function TimeMenu({ seconds, button, openAt, onNote, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const element = menu.current
    if (element === null) return
    element.showPopover()
    const at = button.getBoundingClientRect()
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
    element.style.top = `${at.bottom + 4 + height <= innerHeight ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`
    element.querySelector('button')?.focus()
  }, [button])
  const choose = (run: () => void) => () => {
    menu.current?.hidePopover()
    run()
  }
  const at = showSeconds(seconds)
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={at}
      className="pop menu"
      onToggle={(event) => {
        if (event.newState === 'closed') latest.current()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          menu.current?.hidePopover()
          button.focus()
        }
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        // There are two: either arrow leads to the other one.
        const other = [...(menu.current?.querySelectorAll('button') ?? [])].find((entry) => entry !== document.activeElement)
        other?.focus()
      }}
    >
      <button type="button" role="menuitem" onClick={choose(() => openAt.open(seconds))}>
        <Icon of={ArrowUpRight} />
        {openAt.says(seconds)}
      </button>
      <button type="button" role="menuitem" onClick={choose(onNote)}>
        <Icon of={StickyNote} />
        Write a note at {at}
      </button>
    </div>
  )
}
