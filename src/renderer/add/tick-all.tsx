// One box for all the boxes: full, empty, or in between.
import { useEffect, useRef } from 'react'

type Props = { readonly ticked: number; readonly of: number; readonly onTick: (ticked: boolean) => void }

export function TickAll({ ticked, of, onTick }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const some = ticked > 0 && ticked < of
  useEffect(() => {
    // There is no attribute for it.
    if (box.current !== null) box.current.indeterminate = some
  }, [some])
  return (
    <label className="tick-all btn bare sm">
      <input ref={box} type="checkbox" className="box" checked={ticked === of} onChange={() => onTick(ticked === 0)} />
      {ticked === 0 ? 'Tick all' : 'Tick none'}
    </label>
  )
}
