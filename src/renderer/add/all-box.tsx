// One box for many: full, empty, or in between. A press fills it, and empties it when it is full.
import { useEffect, useRef } from 'react'

type Props = {
  readonly id?: string
  readonly label?: string
  /** Some of them are ticked, and all that it would tick. */
  readonly some: boolean
  readonly all: boolean
  readonly onTick: (ticked: boolean) => void
}

export function AllBox({ id, label, some, all, onTick }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const full = some && all
  useEffect(() => {
    // There is no attribute for it.
    if (box.current !== null) box.current.indeterminate = some && !full
  }, [some, full])
  return <input ref={box} id={id} type="checkbox" className="box" aria-label={label} checked={full} onChange={() => onTick(!full)} />
}
