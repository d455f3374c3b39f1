// A row's title as a field, while it is renamed: Enter or leaving it keeps the new words, Esc the old ones.
import { useEffect, useRef } from 'react'

type Props = { readonly title: string; readonly label?: string; readonly onDone: (title: string | null) => void }

export function RowName({ title, label = 'Title', onDone }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const finish = (next: string | null) => {
    // Enter takes the field away, which is one more blur.
    if (done.current) return
    done.current = true
    onDone(next)
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <input
      ref={field}
      type="text"
      className="name"
      aria-label={label}
      dir="auto"
      autoComplete="off"
      maxLength={1000}
      defaultValue={title}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault()
          finish(event.key === 'Enter' ? event.currentTarget.value : null)
        }
        event.stopPropagation()
      }}
    />
  )
}
