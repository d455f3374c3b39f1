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
  const known = settings !== undefined
  const [chosen, setChosen] = useState<Partial<Reading> | null>(null)
  const [chosenTheme, setChosenTheme] = useState<ThemeChoice | null>(null)
  const waiting = useRef<{ readonly changes: Partial<Reading>; readonly timer: ReturnType<typeof setTimeout> } | null>(null)
  const kept = settings?.reading ?? defaultReading
  const reading = useMemo(() => (chosen === null ? kept : { ...kept, ...chosen }), [kept, chosen])

  const write = useCallback(() => {
    const next = waiting.current
    if (next === null) return
    clearTimeout(next.timer)
    waiting.current = null
    attempt(async () => {
      try {
        const written = await client.call('settings.change', { reading: next.changes })
        // Only what was asked: the answer knows nothing of a theme chosen since, and may come after the event that tells of it.
        queries.setQueryData<Settings>(key, (now) => (now === undefined ? written : { ...now, reading: written.reading }))
      } catch (error) {
        void queries.invalidateQueries({ queryKey: key })
        throw error
      } finally {
        // What was not written does not stay on the screen either, unless the dial is being turned again.
        if (waiting.current === null) setChosen(null)
      }
    })
  }, [attempt, client, queries, key])
  useEffect(() => write, [write])

  const set = useCallback(
    (turned: Partial<Reading>) => {
      // Before the reader's own type is here there is nothing to turn up or down from.
      if (!known) return
      if (waiting.current !== null) clearTimeout(waiting.current.timer)
      const changes = { ...waiting.current?.changes, ...turned }
      waiting.current = { changes, timer: setTimeout(write, restMs) }
      setChosen((before) => ({ ...before, ...turned }))
      // Whoever else reads the settings sees it now, too. An event about an earlier position of the dial may overtake it there; here it cannot.
      queries.setQueryData<Settings>(key, (now) => (now === undefined ? now : { ...now, reading: { ...now.reading, ...turned } }))
    },
    [known, write, queries, key],
  )
  const theme = chosenTheme ?? settings?.theme ?? 'system'
  return useMemo(
    () => ({
      reading,
      theme,
      change: set,
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
