// What a bench hands back: rows of one table, each with the limit or the peer it is held against.
export type BenchRow = {
  readonly what: string
  readonly value: string
  /** The limit, or the peer's figure; empty when the row is told for its own sake. */
  readonly against: string
  /** null: nothing to hold it against. */
  readonly ok: boolean | null
}

/** A figure that has to stay below a limit. */
export function below(what: string, value: number, limit: number, unit: string): BenchRow {
  return { what, value: `${spell(value)} ${unit}`, against: `< ${limit} ${unit}`, ok: value < limit }
}

/** How many times as fast as a peer, which has to be at least `least`. */
export function timesPeer(what: string, ours: number, peer: number, least: number | null): BenchRow {
  const times = ours / peer
  return { what, value: `${times.toFixed(2)} ×`, against: least === null ? '' : `≥ ${least} ×`, ok: least === null ? null : times >= least }
}

export function told(what: string, value: string, against = ''): BenchRow {
  return { what, value, against, ok: null }
}

/** The rows of one bench under its title. */
export function tableOf(title: string, rows: readonly BenchRow[]): string {
  const lines = rows.map(({ what, value, against, ok }) =>
    `  ${what.padEnd(58)}${value.padStart(14)}   ${against.padEnd(16)}${ok === null ? '' : ok ? 'ok' : 'NOT OK'}`.trimEnd(),
  )
  return [title, ...lines, ''].join('\n')
}

function spell(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}
