// A modal dialog: the platform's own element, so focus stays inside, Esc closes and the rest is inert without our help.
import { type ReactNode, useId, useRef } from 'react'
import { useModal } from './use-modal.ts'

type Props = { readonly title: string; readonly onClose: () => void; readonly wide?: boolean; readonly children: ReactNode }

export function Dialog({ title, onClose, wide = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(element)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; its key is Esc, which the element handles itself
    <dialog
      ref={element}
      className={`pop dialog scrolls${wide ? ' wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div>
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
