// A native modal dialog while the component is shown. Focus stays inside by the platform's doing; where it goes afterwards is ours.
import { type RefObject, useEffect } from 'react'
import { focusPage, isFocusNowhere } from './focus-page.ts'

/** Opens it at once; closed, the focus goes back to where it was, or to what the page can do best when that has gone. */
export function useModal(element: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    if (dialog !== null && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      // A frame is a fine place to go back to: its own document still knows where it was.
      if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
      if (isFocusNowhere()) focusPage()
    }
  }, [element])
}
