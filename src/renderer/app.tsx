// Joins the rooms: which screen is shown, the keys that act everywhere, toasts, and what arrives by paste or drop.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { AddView } from './add/add-view.tsx'
import { DropTarget } from './add/drop-target.tsx'
import { saveFiles } from './add/save-files.ts'
import { usePasteAnywhere } from './add/use-paste-anywhere.ts'
import { createItemActions } from './client/item-actions.ts'
import { useCall, useClient } from './client/use-call.ts'
import { KeyHelp } from './design/key-help.tsx'
import type { Binding } from './design/key-map.ts'
import { drawTheme, rememberedTheme } from './design/theme.ts'
import { Toast, type ToastWords } from './design/toast.tsx'
import { handleKey, useKeyMap, useKeys } from './design/use-keys.ts'
import { DoorNotice } from './failure/door-notice.tsx'
import { ErrorBoundary } from './failure/error-boundary.tsx'
import { errorWords } from './failure/error-words.ts'
import { ItemScreen } from './item-screen.tsx'
import type { ListMemory } from './library/library-page.tsx'
import { libraryPlaces } from './library/library-place.ts'
import { PlaceView } from './library/place-view.tsx'
import { SearchView } from './library/search-view.tsx'
import { LibraryShell } from './library-shell.tsx'
import { hashOf, type Route } from './routes.ts'
import { SettingsView } from './settings/settings-view.tsx'
import { goTo, useRoute } from './use-route.ts'
import { useWindowWideCommands } from './use-window-commands.ts'

export function App() {
  const client = useClient()
  const keys = useKeyMap()
  const route = useRoute()
  const [toast, setToast] = useState<ToastWords | null>(null)
  const [help, setHelp] = useState<readonly Binding[] | null>(null)
  const [draft, setDraft] = useState('')
  const memory = useRef<ListMemory>(new Map())
  const lastPlace = useLastPlace(route)
  useThemeOfSettings()

  const actions = useMemo(
    () =>
      createItemActions(client, {
        say: (words, undo) => setToast(undo === undefined ? { words } : { words, action: { label: 'Undo', keys: 'z', run: undo } }),
        sayError: (error) => {
          const { says, remedy } = errorWords(error)
          setToast({ words: `${says} ${remedy}` })
        },
      }),
    [client],
  )
  const say = useCallback((words: string) => setToast({ words }), [])
  const addText = useCallback((text: string) => {
    // A second paste into Add joins the first; from elsewhere it begins anew.
    setDraft((before) => (location.hash !== hashOf({ screen: 'add' }) || before.trim() === '' ? text : `${before.trimEnd()}\n${text}`))
    goTo({ screen: 'add' })
  }, [])
  const addFiles = useCallback(
    (dropped: Parameters<typeof saveFiles>[1]) =>
      actions.attempt(async () => {
        say(await saveFiles(client, dropped, say))
      }),
    [client, actions, say],
  )
  const backToLibrary = useCallback(() => goTo(lastPlace.current), [lastPlace])

  usePasteAnywhere(addText, addFiles)
  useWindowWideCommands({
    add: (text) => (text === null ? goTo({ screen: 'add' }) : addText(text)),
    showKeys: () => setHelp(keys.list()),
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => handleKey(keys, event)
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys])
  useKeys([
    { keys: 'a', says: 'Add links', group: 'Everywhere', run: () => goTo({ screen: 'add' }) },
    { keys: 'z', says: 'Undo', group: 'Everywhere', run: actions.undo },
    { keys: '?', says: 'These keys', group: 'Everywhere', run: () => setHelp(keys.list()) },
    ...libraryPlaces.flatMap((place) =>
      place.key === null
        ? []
        : [{ keys: `g ${place.key}`, says: place.title, group: 'Go to', run: () => goTo({ screen: 'place', place: place.name }) }],
    ),
  ])

  const frame = { actions, memory: memory.current, onOpen: openItem, onAdd: addText }
  return (
    <>
      <ErrorBoundary>
        {route.screen === 'item' ? (
          <ItemScreen key={`${route.id} ${route.copy ?? ''}`} id={route.id} copy={route.copy} actions={actions} onBack={backToLibrary} />
        ) : (
          <LibraryShell route={route} actions={actions} onLeave={backToLibrary} onHelp={() => setHelp(keys.list())}>
            {(panels) =>
              route.screen === 'place' ? (
                <PlaceView key={route.place} frame={{ ...frame, ...panels }} place={route.place} />
              ) : route.screen === 'search' ? (
                <SearchView frame={{ ...frame, ...panels }} words={route.words} />
              ) : route.screen === 'add' ? (
                <AddView text={draft} onText={setDraft} actions={actions} say={say} onLeave={backToLibrary} onFiles={addFiles} />
              ) : (
                <SettingsView actions={actions} onLeave={backToLibrary} />
              )
            }
          </LibraryShell>
        )}
      </ErrorBoundary>
      <DropTarget onText={addText} onFiles={addFiles} />
      {help === null ? null : <KeyHelp bindings={help} onClose={() => setHelp(null)} />}
      <DoorNotice />
      <Toast toast={toast} onGone={() => setToast(null)} />
    </>
  )
}

const openItem = ({ id }: { readonly id: Extract<Route, { screen: 'item' }>['id'] }) => goTo({ screen: 'item', id, copy: null })

/** The list one came from: where Esc and the back button of a screen lead. */
function useLastPlace(route: Route) {
  const last = useRef<Route>({ screen: 'place', place: 'inbox' })
  if (route.screen === 'place' || route.screen === 'search') last.current = route
  return last
}

function useThemeOfSettings(): void {
  const theme = useCall('settings.get', {}).data?.theme ?? rememberedTheme()
  useEffect(() => drawTheme(theme), [theme])
}
