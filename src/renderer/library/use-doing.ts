// What an item's job is doing now, in words; null when nothing is done to it.
import { useMemo, useRef } from 'react'
import type { ItemId } from '../../shared/item.ts'
import { isActive, jobWords } from '../client/job-words.ts'
import { useCall } from '../client/use-call.ts'

export function useDoing(): (id: ItemId) => string | null {
  const jobs = useCall('job.list', {})
  const active = useMemo(() => new Map((jobs.data?.jobs ?? []).filter(isActive).map((job) => [job.itemId, job])), [jobs.data])
  const now = useRef(0)
  now.current = Date.now()
  return (id) => {
    const job = active.get(id)
    return job === undefined ? null : `${jobWords(job, now.current)}.`
  }
}
