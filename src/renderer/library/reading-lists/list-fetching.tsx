// How far a reading list is with being fetched; while nothing of it is on its way, what stands inside.
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { ItemSummary } from '../../../shared/item.ts'
import { batchOf, isActive, isForLater, noBatch } from '../../client/job-words.ts'
import { useCall } from '../../client/use-call.ts'
import { count } from '../../design/amounts.ts'

export function ListFetching({ items, children }: { readonly items: readonly ItemSummary[]; readonly children: ReactNode }) {
  const { jobs, paused } = useCall('job.list', {}).data ?? { jobs: [], paused: false }
  const [batch, setBatch] = useState(noBatch)
  const ids = useMemo(() => new Set<string>(items.map(({ id }) => id)), [items])
  const own = useMemo(() => jobs.filter((job) => ids.has(job.itemId) && !isForLater(job, Date.now())), [jobs, ids])
  useEffect(() => setBatch((before) => batchOf(before, own)), [own])
  if (!own.some(isActive)) return children
  // The list of jobs is cut at a thousand; rows that wait are all here.
  const waiting = items.filter(({ state }) => state === 'waiting').length
  const total = Math.max(batch.ids.size, batch.over + waiting, 1)
  return (
    <div className="list-fetching num">
      {paused ? 'Paused at' : 'Fetching'} {count(Math.min(batch.over + 1, total))} of {count(total)}
      <span className="thread" style={{ '--done': Math.round((100 * batch.over) / total) }} />
    </div>
  )
}
