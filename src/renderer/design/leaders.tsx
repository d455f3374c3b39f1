// Facts in two columns with leader dots between them.
import type { ReactNode } from 'react'

export type Leader = { readonly term: string; readonly fact: ReactNode; readonly bad?: boolean }

export function Leaders({ rows }: { readonly rows: readonly Leader[] }) {
  return (
    <dl className="leaders num">
      {rows.map((row) => (
        <div key={row.term}>
          <dt>{row.term}</dt>
          <dd className={row.bad ? 'bad' : undefined}>{row.fact}</dd>
        </div>
      ))}
    </dl>
  )
}
