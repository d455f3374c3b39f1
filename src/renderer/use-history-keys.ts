// Back and forward by the keys every browser has, and by the mouse's side buttons where no browser does it for us.
import { useEffect } from 'react'
import { useKeys } from './design/use-keys.ts'

export function useHistoryKeys(): void {
  useKeys([
    { keys: 'Alt+ArrowLeft', says: 'Back', group: 'Everywhere', run: () => history.back() },
    { keys: 'Alt+ArrowRight', says: 'Forward', group: 'Everywhere', run: () => history.forward() },
  ])
  useEffect(() => {
    if (window.carrel === undefined) return
    const press = (event: MouseEvent) => {
      if (event.button !== 3 && event.button !== 4) return
      event.preventDefault()
      if (event.button === 3) history.back()
      else history.forward()
    }
    addEventListener('mouseup', press)
    return () => removeEventListener('mouseup', press)
  }, [])
}
