// The palette joined to this window: its key, what can be done here, and where each of its lines leads.
import { CirclePause, CirclePlay, Highlighter, Palette as PaletteIcon, Settings as SettingsIcon } from 'lucide-react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { ItemId } from '../shared/item.ts'
import type { ItemActions } from './client/item-actions.ts'
import { useCall, useClient } from './client/use-call.ts'
import type { Binding } from './design/key-map.ts'
import type { ThemeChoice } from './design/theme.ts'
import { useKeyMap, useKeys } from './design/use-keys.ts'
import { libraryPlaces } from './library/library-place.ts'
import { type Command, commandsOf, commandsOffered, type Place, paletteKeys } from './palette/commands.ts'
import { Palette } from './palette/palette.tsx'
import type { PaletteLine } from './palette/palette-lines.ts'
import { hashOf, type Route, readRoute } from './routes.ts'
import { settingsSections } from './settings/settings-sections.ts'
import { goTo, useRoute } from './use-route.ts'

const places: readonly Place[] = [
  ...libraryPlaces.map(({ name, title, icon, key }) => ({
    ...{ title, icon, href: hashOf({ screen: 'place', place: name }), binding: key === null ? null : `g ${key}` },
  })),
  { title: 'Highlights', icon: Highlighter, href: hashOf({ screen: 'highlights' }), binding: 'g h' },
  { title: 'Settings', icon: SettingsIcon, href: hashOf({ screen: 'settings' }), binding: null },
]
const themes: readonly ThemeChoice[] = ['light', 'sepia', 'grey', 'dark', 'black', 'system']

export function WindowPalette({ actions }: { readonly actions: ItemActions }) {
  const client = useClient()
  const keys = useKeyMap()
  /** What acted when it was opened; while it is open nothing else does. */
  const [acting, setActing] = useState<readonly Binding[] | null>(null)
  useKeys([{ keys: paletteKeys, says: 'Commands', group: 'Everywhere', whileTyping: true, run: () => setActing(keys.list()) }])
  const itemOpen = useRoute().screen === 'item'
  const more = useMoreCommands(actions, keys.keysOf)
  if (acting === null) return null

  const close = () => setActing(null)
  // Gone first, so that the focus is back where it was and what is done finds the screen as it was.
  const leaveFor = (run: () => void) => {
    flushSync(close)
    run()
  }
  const openElsewhere = (id: ItemId) =>
    actions.attempt(async () => {
      const { opened } = await client.call('window.open', { id })
      if (!opened) window.open(`${location.pathname}${hashOf({ screen: 'item', id, copy: null })}`, '_blank', 'noopener')
    })
  const choose = (line: PaletteLine, elsewhere: boolean) => {
    if (elsewhere && (line.is === 'item' || line.is === 'passage')) openElsewhere(line.item.id)
    else leaveFor(line.is === 'command' ? line.command.run : () => goTo(routeOf(line)))
  }
  return (
    <Palette
      commands={commandsOf(acting, [...commandsOffered(keys.offered()), ...more], itemOpen)}
      places={places}
      onChoose={choose}
      onSearch={(words) => leaveFor(() => goTo({ screen: 'search', words }))}
      onClose={close}
    />
  )
}

function routeOf(line: Exclude<PaletteLine, { is: 'command' }>): Route {
  switch (line.is) {
    case 'item':
    case 'passage':
      return { screen: 'item', id: line.item.id, copy: null }
    case 'highlight':
      return { screen: 'item', id: line.highlight.itemId, copy: null, highlight: line.highlight.id }
    case 'tag':
      return { screen: 'tag', tag: line.tag }
    case 'series':
      return { screen: 'series', key: line.seriesKey }
    case 'place':
      return readRoute(line.place.href)
    case 'search':
      return { screen: 'search', words: line.words }
  }
}

/** What the window can do without a key of its own. */
function useMoreCommands(actions: ItemActions, keysOf: (binding: string) => string): readonly Command[] {
  const client = useClient()
  const paused = useCall('job.list', {}).data?.paused ?? false
  return [
    ...places.map(({ title, icon, href, binding }): Command => {
      const own = binding === null ? [] : [keysOf(binding)]
      return { key: `go ${href}`, says: `Go to ${title}`, icon, keys: own, leads: true, run: () => goTo(readRoute(href)) }
    }),
    ...settingsSections.map(
      ({ name, title, icon }): Command => ({
        ...{ key: `settings ${name}`, says: `Settings: ${title}`, icon, keys: [], run: () => goTo({ screen: 'settings', section: name }) },
      }),
    ),
    ...themes.map(
      (theme): Command => ({
        ...{ key: `theme ${theme}`, says: theme === 'system' ? 'Theme: as the system' : `Theme: ${theme}`, icon: PaletteIcon, keys: [] },
        run: () => actions.attempt(() => client.call('settings.change', { theme })),
      }),
    ),
    {
      key: 'pause',
      says: paused ? 'Go on saving' : 'Pause saving',
      icon: paused ? CirclePlay : CirclePause,
      keys: [],
      run: () => actions.attempt(() => client.call('job.pause', { paused: !paused })),
    },
  ]
}
