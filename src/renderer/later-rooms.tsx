// The rooms the library does not need: their code comes when they are opened, or while nothing else is to do, so that the first rows come first.
import { type ComponentType, createElement, lazy, useState } from 'react'
import { fetchQueryLanguage } from './library/use-query-language.ts'
import articleCss from './reader/article.css?url'

type Later<P> = { readonly Room: ComponentType<P>; readonly bring: () => Promise<unknown> }

/**
 * A room whose code comes later. One that is here already is shown at once: React's own way of waiting shows nothing first, and keeps
 * that on the screen for 300 ms, however soon the room is there.
 */
function later<P extends object>(fetchRoom: () => Promise<ComponentType<P>>): Later<P> {
  let here: ComponentType<P> | null = null
  const bring = async () => {
    here = await fetchRoom()
    return here
  }
  const Waited = lazy(async () => ({ default: await bring() }))
  function Room(props: P) {
    // Chosen once: another component in its place would begin anew.
    const [Shown] = useState<ComponentType<P>>(() => here ?? (Waited as ComponentType<P>))
    return createElement(Shown, props)
  }
  return { Room, bring }
}

const itemScreen = later(async () => (await import('./item-screen.tsx')).ItemScreen)
const addView = later(async () => (await import('./add/add-view.tsx')).AddView)
const listView = later(async () => (await import('./library/reading-lists/list-view.tsx')).ListView)
const highlightsScreen = later(async () => (await import('./highlights/highlights-screen.tsx')).HighlightsScreen)
const settingsView = later(async () => (await import('./settings/settings-view.tsx')).SettingsView)

export const ItemScreen = itemScreen.Room
export const AddView = addView.Room
export const ListView = listView.Room
export const HighlightsScreen = highlightsScreen.Room
export const SettingsView = settingsView.Room

/** Fetches them all once the window has nothing better to do, so that none is waited for. */
export function fetchLaterRooms(): void {
  // Safari's engine knows no idle moments; then a moment has to do.
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300))
  whenIdle(() => {
    for (const room of [itemScreen, addView, listView, highlightsScreen, settingsView]) void room.bring()
    void fetchQueryLanguage()
    // The sheet of the article's frame is asked for only when the first one is opened; by then it is in the browser's cache.
    const sheet = document.createElement('link')
    Object.assign(sheet, { rel: 'preload', as: 'style', href: articleCss })
    document.head.append(sheet)
  })
}
