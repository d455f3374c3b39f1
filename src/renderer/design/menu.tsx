// A small menu behind a button: arrow keys, Esc and a click elsewhere do what they do everywhere.
import { Ellipsis, type LucideIcon } from 'lucide-react'
import { Fragment, useId, useRef } from 'react'
import { Icon } from './icon.tsx'
import { KeysShown } from './keys-shown.tsx'

export type MenuLine = {
  readonly label: string
  readonly icon: LucideIcon
  readonly onChoose: () => void
  readonly keys?: string
  readonly bad?: boolean
  readonly ruleBefore?: boolean
}

type Props = {
  readonly name: string
  readonly lines: readonly MenuLine[]
  /** A framed button beside others, or a bare tool in a bar. */
  readonly look: 'btn' | 'tool'
  /** False in a list with one stop of Tab, at every line but that one. */
  readonly tabStop?: boolean
}

export function Menu({ name, lines, look, tabStop = true }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const place = () => {
    if (button.current === null || list.current === null) return
    const at = button.current.getBoundingClientRect()
    const { width, height } = list.current.getBoundingClientRect()
    const below = at.bottom + 4 + height <= innerHeight
    list.current.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
    list.current.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`
  }
  const step = (by: number) => {
    const entries = [...(list.current?.querySelectorAll('button') ?? [])]
    const focused = document.activeElement
    const now = focused instanceof HTMLButtonElement ? entries.indexOf(focused) : -1
    entries[(now + by + entries.length) % entries.length]?.focus()
  }
  return (
    <>
      <button
        type="button"
        ref={button}
        className={look}
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        popoverTarget={id}
        tabIndex={tabStop ? undefined : -1}
      >
        <Icon of={Ellipsis} />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={name}
        tabIndex={-1}
        className="pop menu"
        onToggle={(event) => {
          if (event.newState !== 'open') return
          place()
          list.current?.querySelector('button')?.focus()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          step(event.key === 'ArrowDown' ? 1 : -1)
        }}
      >
        {lines.map((line) => (
          <Fragment key={line.label}>
            {line.ruleBefore ? <hr /> : null}
            <button
              type="button"
              role="menuitem"
              className={line.bad ? 'bad' : undefined}
              onClick={() => {
                list.current?.hidePopover()
                line.onChoose()
              }}
            >
              <Icon of={line.icon} />
              {line.label}
              {line.keys === undefined ? null : <KeysShown keys={line.keys} />}
            </button>
          </Fragment>
        ))}
      </div>
    </>
  )
}
