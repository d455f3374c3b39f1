// Passing words at the bottom: what was done, and Undo. One at a time; six seconds, which stand still under focus or pointer.
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Icon } from './icon.tsx'
import { KeysShown } from './keys-shown.tsx'

export type ToastWords = {
  readonly words: string
  /** A button beside the words, with its key when it has one. */
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void }
}

const shownForMs = 6_000

type Props = { readonly toast: ToastWords | null; readonly onGone: () => void }

/** The live region stands always, so that screen readers hear what appears in it. */
export function Toast({ toast, onGone }: Props) {
  const [held, setHeld] = useState(false)
  // A button that goes with its toast takes pointer and focus along, and neither says that it left: the next toast begins afresh.
  const [shown, setShown] = useState(toast)
  if (shown !== toast) {
    setShown(toast)
    setHeld(false)
  }
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    if (toast === null || held) return
    const timer = setTimeout(() => gone.current(), shownForMs)
    return () => clearTimeout(timer)
  }, [toast, held])
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toast === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here but waiting longer while somebody reads
        <div
          className="toast"
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
        >
          <p>{toast.words}</p>
          {toast.action === undefined ? null : (
            <button type="button" className="btn sm" onClick={toast.action.run}>
              {toast.action.label}
              {toast.action.keys === undefined ? null : <KeysShown keys={toast.action.keys} />}
            </button>
          )}
          <button type="button" className="tool" aria-label="Dismiss" onClick={onGone}>
            <Icon of={X} small />
          </button>
        </div>
      )}
    </div>
  )
}
