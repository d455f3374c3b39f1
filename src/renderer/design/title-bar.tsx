// The window's own bar: a place to hold it by, and the panel buttons. Room is left where the system draws its window buttons.
import type { ReactNode } from 'react'

export function TitleBar({ children, line }: { readonly children: ReactNode; readonly line?: number }) {
  return (
    <header className="titlebar">
      {children}
      {line === undefined ? null : <div className="read-line" style={{ '--done': line }} aria-hidden="true" />}
    </header>
  )
}
