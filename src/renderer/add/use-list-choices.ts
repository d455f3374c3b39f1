// The choices the reader makes in the preview of a text, and the look for its whole links, as React state.
import { useState } from 'react'
import type { LookedUpSeries } from '../../shared/calls/look-up-calls.ts'
import type { Client } from '../client/client.ts'
import { useClient } from '../client/use-call.ts'
import { type Choices, type ChosenRow, type Correction, isTickedByAll, noChoices, vouchedFor } from './list-choice.ts'

export type ListChoices = {
  readonly choices: Choices
  readonly looking: boolean
  /** Series the list pages have, once they were asked. */
  readonly found: readonly LookedUpSeries[]
  /** Pages of series named in the text that were not asked yet. */
  readonly indexesOf: (rows: readonly ChosenRow[]) => readonly string[]
  readonly tick: (row: ChosenRow, ticked: boolean) => void
  readonly tickAll: (rows: readonly ChosenRow[], ticked: boolean) => void
  readonly correct: (row: ChosenRow, correction: Correction) => void
  /** Asks the Hacker News item at `address` and the list pages for the whole links; contacts their hosts. Throws what the core answers. */
  readonly look: (rows: readonly ChosenRow[], address: string | null) => Promise<void>
}

export function useListChoices(): ListChoices {
  const client = useClient()
  const [choices, setChoices] = useState(noChoices)
  const [looking, setLooking] = useState(false)
  const [found, setFound] = useState<readonly LookedUpSeries[]>([])
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const indexesOf = (rows: readonly ChosenRow[]) =>
    rows.flatMap(({ kind, url }) => (kind === 'series' && url !== null && !asked.has(url) ? [url] : [])).slice(0, 20)
  return {
    choices,
    looking,
    found,
    indexesOf,
    tick: (row, ticked) => setChoices((now) => ({ ...now, ticks: new Map(now.ticks).set(row.key, ticked) })),
    tickAll: (rows, ticked) =>
      setChoices((now) => ({
        ...now,
        ticks: new Map([...now.ticks, ...rows.map((row) => [row.key, ticked && isTickedByAll(row)] as const)]),
      })),
    correct: (row, correction) => setChoices((now) => ({ ...now, corrections: new Map(now.corrections).set(row.key, correction) })),
    async look(rows, address) {
      setLooking(true)
      try {
        const indexes = indexesOf(rows)
        const { completions, series } = await completed(client, rows, { indexes, address })
        setChoices((now) => ({ ...now, completions: new Map([...now.completions, ...completions]) }))
        setFound((now) => [...now.filter(({ key }) => !series.some((one) => one.key === key)), ...series])
        setAsked((now) => new Set([...now, ...indexes]))
      } finally {
        setLooking(false)
      }
    },
  }
}

/** Those a list page could complete, or the Hacker News item at `address`. */
export function lookable(rows: readonly ChosenRow[], address: string | null): readonly ChosenRow[] {
  return rows.filter(({ item, url }) => url === null && item.urlPrefix !== null && (item.resolveVia ?? address) !== null).slice(0, 500)
}

async function completed(
  client: Client,
  rows: readonly ChosenRow[],
  { indexes, address }: { readonly indexes: readonly string[]; readonly address: string | null },
) {
  const asked = lookable(rows, address)
  const { completions, series } = await client.call('list.complete', {
    items: asked.map(({ item, title }, at) => ({
      key: String(at),
      urlPrefix: item.urlPrefix ?? '',
      title,
      partNumber: item.partNumber,
      resolveVia: item.resolveVia,
    })),
    address,
    indexes: [...indexes],
    chosen: vouchedFor(rows),
  })
  const ofRows = completions.flatMap((completion) => {
    const row = asked[Number(completion.key)]
    return row === undefined ? [] : [[row.key, completion] as const]
  })
  return { completions: ofRows, series }
}
