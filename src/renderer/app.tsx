// Joins the rooms: which screen is shown, the keys that act everywhere, toasts, and what arrives by paste or drop.
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ItemSummary } from '../shared/item.ts'
import { createDraft } from './add/draft.ts'
import { DropTarget } from './add/drop-target.tsx'
import type { DroppedFile } from './add/dropped-files.ts'
import { textOfFiles } from './add/text-file.ts'
import { usePasteAnywhere } from './add/use-paste-anywhere.ts'
import { createItemActions } from './client/item-actions.ts'
import { DoorClosed } from './client/transport.ts'
import { useCall, useClient } from './client/use-call.ts'
import { KeyHelp } from './design/key-help.tsx'
import type { Binding } from './design/key-map.ts'
import { drawTheme, rememberedTheme } from './design/theme.ts'
import { Toast, type ToastWords } from './design/toast.tsx'
import { useFocusKept } from './design/use-focus-kept.ts'
import { handleKey, useKeyMap, useKeys } from './design/use-keys.ts'
import { DoorNotice } from './failure/door-notice.tsx'
import { ErrorBoundary } from './failure/error-boundary.tsx'
import { errorWords } from './failure/error-words.ts'
import { HomelessNotes } from './highlights/homeless-notes.tsx'
import { AddView, fetchLaterRooms, HighlightsScreen, ItemScreen, ListView, SettingsView } from './later-rooms.tsx'
import type { ListMemory } from './library/library-page.tsx'
import { type LibraryPlace, libraryPlace, libraryPlaces, seriesPlace, tagPlace } from './library/library-place.ts'
import { PlaceView } from './library/place-view.tsx'
import { SearchView } from './library/search-view.tsx'
import { TagEditor } from './library/tag-editor.tsx'
import { LibraryShell } from './library-shell.tsx'
import { hashOf, type Route } from './routes.ts'
import { useWarmFaces } from './type/use-warm-faces.ts'
import { useHistoryKeys } from './use-history-keys.ts'
import { goTo, useRoute } from './use-route.ts'
import { useWindowWideCommands } from './use-window-commands.ts'
import { WindowPalette } from './window-palette.tsx'

export function App() {
  const client = useClient()
  const keys = useKeyMap()
  const route = useRoute()
  const [toast, setToast] = useState<ToastWords | null>(null)
  const [help, setHelp] = useState<readonly Binding[] | null>(null)
  const [draft] = useState(() => createDraft(isAddOpen, openAdd))
  const { addText } = draft
  const addRich = useCallback((text: string, html: string) => addText(text, false, { html }), [addText])
  const addFiles = useCallback(
    (files: readonly DroppedFile[]) =>
      void textOfFiles(files).then((read) => (read === null ? draft.addFiles(files) : addText(read.text, false, { name: read.name }))),
    [draft, addText],
  )
  const [tagging, setTagging] = useState<readonly ItemSummary[] | null>(null)
  const memory = useRef<ListMemory>(new Map())
  const { last: lastPlace, beforeSearch } = useLastPlace(route)
  useSettingsOfWindow()
  useHistoryKeys()
  useFocusKept(route.screen === 'search' ? 'search' : hashOf(route))

  const actions = useMemo(
    () =>
      createItemActions(client, {
        say: (words, undo) => setToast(undo === undefined ? { words } : { words, action: { label: 'Undo', keys: 'z', run: undo } }),
        sayError: (error) => {
          // DoorNotice says it already, for as long as it is so.
          if (error instanceof DoorClosed) return
          const { says, remedy } = errorWords(error)
          setToast({ words: `${says} ${remedy}` })
        },
        editTags: setTagging,
      }),
    [client],
  )
  const say = useCallback((words: string) => setToast({ words }), [])
  useEffect(fetchLaterRooms, [])
  const showKeys = useCallback(() => setHelp(keys.list()), [keys])
  const backToLibrary = useCallback(() => goTo(lastPlace.current), [lastPlace])
  const leaveSearch = useCallback(() => goTo(beforeSearch.current), [beforeSearch])

  usePasteAnywhere(addRich, addFiles)
  useWindowWideCommands({
    add: (text) => (text === null ? openAdd() : addText(text)),
    addFiles,
    showKeys,
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => handleKey(keys, event)
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [keys])
  useKeys([
    { keys: 'a', says: 'Add links', group: 'Everywhere', run: openAdd },
    { keys: 'z', says: 'Undo', group: 'Everywhere', run: actions.undo },
    { keys: '/', says: 'Search', group: 'Everywhere', run: () => goTo({ screen: 'search', words: '' }, { atOnce: true }) },
    { keys: 'g h', says: 'Highlights', group: 'Go to', run: () => goTo({ screen: 'highlights' }) },
    { keys: '?', says: 'These keys', group: 'Everywhere', run: showKeys },
    ...libraryPlaces.flatMap((place) =>
      place.key === null
        ? []
        : [{ keys: `g ${place.key}`, says: place.title, group: 'Go to', run: () => goTo({ screen: 'place', place: place.name }) }],
    ),
  ])

  const frame = { actions, memory: memory.current, onOpen: openItem, onAdd: addText }
  const place = placeOf(route)
  return (
    <>
      <ErrorBoundary>
        <Suspense fallback={<div className="win" aria-busy="true" />}>
          {route.screen === 'item' ? (
            <ItemScreen
              key={`${route.id} ${route.copy ?? ''}`}
              id={route.id}
              copy={route.copy}
              list={route.list ?? null}
              actions={actions}
              onBack={backToLibrary}
            />
          ) : (
            <LibraryShell route={route} actions={actions} onLeave={backToLibrary} onHelp={showKeys}>
              {(panels) => (
                <Suspense fallback={<main className="page" id="page" aria-busy="true" />}>
                  {place !== null ? (
                    <PlaceView key={place.id} frame={{ ...frame, ...panels }} place={place} />
                  ) : route.screen === 'list' ? (
                    <ListView key={route.id} frame={{ ...frame, ...panels }} id={route.id} />
                  ) : route.screen === 'search' ? (
                    <SearchView frame={{ ...frame, ...panels }} words={route.words} onWords={searchFor} onLeave={leaveSearch} />
                  ) : route.screen === 'add' ? (
                    <AddView draft={draft} actions={actions} say={say} onFiles={addFiles} onLeave={backToLibrary} onList={openList} />
                  ) : route.screen === 'highlights' ? (
                    <HighlightsScreen actions={actions} />
                  ) : (
                    <SettingsView
                      section={route.screen === 'settings' ? (route.section ?? 'general') : 'general'}
                      actions={actions}
                      onLeave={backToLibrary}
                    />
                  )}
                </Suspense>
              )}
            </LibraryShell>
          )}
        </Suspense>
      </ErrorBoundary>
      <DropTarget onText={addRich} onFiles={addFiles} />
      {help === null ? null : <KeyHelp bindings={help} onClose={() => setHelp(null)} />}
      {tagging === null ? null : <TagEditor items={tagging} actions={actions} onClose={() => setTagging(null)} />}
      <WindowPalette actions={actions} />
      <HomelessNotes say={say} />
      <div className="notices">
        <Toast toast={toast} onGone={() => setToast(null)} />
        <DoorNotice />
      </div>
    </>
  )
}

const openItem = ({ id, anchor }: Pick<Extract<Route, { screen: 'item' }>, 'id' | 'anchor'>) =>
  goTo({ screen: 'item', id, copy: null, ...(anchor === undefined ? {} : { anchor }) })

const openList = (id: Extract<Route, { screen: 'list' }>['id']) => goTo({ screen: 'list', id })

const searchFor = (words: string) => goTo({ screen: 'search', words }, { replace: true })

function placeOf(route: Route): LibraryPlace | null {
  if (route.screen === 'place') return libraryPlace(route.place)
  if (route.screen === 'tag') return tagPlace(route.tag)
  return route.screen === 'series' ? seriesPlace(route.key, '') : null
}

const lists: readonly Route['screen'][] = ['place', 'tag', 'series', 'list', 'highlights']

const openAdd = () => goTo({ screen: 'add' })
const isAddOpen = () => location.hash === hashOf({ screen: 'add' })

/** The list one came from: where Esc and the back button of a screen lead; from a search to what was there before it. */
function useLastPlace(route: Route) {
  const last = useRef<Route>({ screen: 'place', place: 'inbox' })
  const beforeSearch = useRef<Route>(last.current)
  if (lists.includes(route.screen)) beforeSearch.current = route
  if (lists.includes(route.screen) || route.screen === 'search') last.current = route
  return { last, beforeSearch }
}

/** What of the settings is the whole window's: its theme and the reader's own keys. */
function useSettingsOfWindow(): void {
  const map = useKeyMap()
  const settings = useCall('settings.get', {}).data
  const theme = settings?.theme ?? rememberedTheme()
  useEffect(() => drawTheme(theme), [theme])
  useWarmFaces(settings?.reading.font)
  const own = settings?.keys
  useEffect(() => map.remap(own ?? {}), [map, own])
}
