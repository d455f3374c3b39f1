// The rooms the library does not need: their code comes when they are opened, or while nothing else is to do, so that the first rows come first.
import { lazy } from 'react'
import { fetchQueryLanguage } from './library/use-query-language.ts'

const itemScreen = () => import('./item-screen.tsx')
const addView = () => import('./add/add-view.tsx')
const highlightsScreen = () => import('./highlights/highlights-screen.tsx')
const settingsView = () => import('./settings/settings-view.tsx')

export const ItemScreen = lazy(async () => ({ default: (await itemScreen()).ItemScreen }))
export const AddView = lazy(async () => ({ default: (await addView()).AddView }))
export const HighlightsScreen = lazy(async () => ({ default: (await highlightsScreen()).HighlightsScreen }))
export const SettingsView = lazy(async () => ({ default: (await settingsView()).SettingsView }))

/** Fetches them all once the window has nothing better to do, so that none is waited for. */
export function fetchLaterRooms(): void {
  // Safari's engine knows no idle moments; then a moment has to do.
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300))
  whenIdle(() => {
    for (const room of [itemScreen, addView, highlightsScreen, settingsView, fetchQueryLanguage]) void room()
  })
}
