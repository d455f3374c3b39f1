// How articles are set, as React state: what is chosen shows at once, is written a moment later, and comes to every other window by event.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Reading, Settings } from '../../shared/settings.ts'
import { callOptions, useCall, useClient } from '../client/use-call.ts'
import type { ThemeChoice } from '../design/theme.ts'
import { defaultReading } from './reading-variables.ts'

/** A dial that is being turned is written when it rests. */
const restMs = 250

export type ReadingSettings = {
  readonly reading: Reading
  readonly theme: ThemeChoice
  readonly change: (changes: Partial<Reading>) => void
  readonly setTheme: (theme: ThemeChoice) => void
  readonly reset: () => void
}

/** `attempt` says a failure. The theme is no part of a reset: it is the whole window's. */
export function useReadingSettings(attempt: (work: () => Promise<unknown>) => void): ReadingSettings {
  const client = useClient()
  const queries = useQueryClient()
  const { queryKey: key } = useMemo(() => callOptions(client, 'settings.get', {}), [client])
  const settings = useCall('settings.get', {}).data
  const [chosen, setChosen] = useState<Reading | null>(null)
  const [chosenTheme, setChosenTheme] = useState<ThemeChoice | null>(null)
  const waiting = useRef<{ readonly reading: Reading; readonly timer: ReturnType<typeof setTimeout> } | null>(null)
  const latest = useRef(defaultReading)
  latest.current = chosen ?? settings?.reading ?? defaultReading

  const write = useCallback(() => {
    const next = waiting.current
    if (next === null) return
    clearTimeout(next.timer)
    waiting.current = null
    attempt(async () => {
      try {
        const written = await client.call('settings.change', { reading: next.reading })
        queries.setQueryData(key, written)
      } finally {
        // What was not written does not stay on the screen either, unless the dial is being turned again.
        if (waiting.current === null) setChosen(null)
      }
    })
  }, [attempt, client, queries, key])
  useEffect(() => write, [write])

  const set = useCallback(
    (reading: Reading) => {
      if (waiting.current !== null) clearTimeout(waiting.current.timer)
      waiting.current = { reading, timer: setTimeout(write, restMs) }
      latest.current = reading
      setChosen(reading)
      // Whoever else reads the settings sees it now, too. An event about an earlier position of the dial may overtake it there; here it cannot.
      queries.setQueryData<Settings>(key, (now) => (now === undefined ? now : { ...now, reading }))
    },
    [write, queries, key],
  )
  const reading = latest.current
  const theme = chosenTheme ?? settings?.theme ?? 'system'
  return useMemo(
    () => ({
      reading,
      theme,
      change: (changes) => set({ ...latest.current, ...changes }),
      reset: () => set(defaultReading),
      setTheme: (next) => {
        setChosenTheme(next)
        queries.setQueryData<Settings>(key, (now) => (now === undefined ? now : { ...now, theme: next }))
        attempt(() => client.call('settings.change', { theme: next }).finally(() => setChosenTheme((now) => (now === next ? null : now))))
      },
    }),
    [reading, theme, set, attempt, client, queries, key],
  )
}
