// A message where the work is: lamp, what happened in bold, what it means, one or two small buttons.
import type { ReactNode } from 'react'
import { Lamp, type LampState } from './lamp.tsx'

type Props = { readonly state: LampState; readonly bold: string; readonly plain?: string; readonly children?: ReactNode }

export function Say({ state, bold, plain, children }: Props) {
  return (
    <div className={`say ${state}`}>
      <Lamp state={state} />
      <p>
        <b>{bold}</b>
        {plain === undefined || plain === '' ? null : ` ${plain}`}
      </p>
      {children ? <div className="do">{children}</div> : null}
    </div>
  )
}
