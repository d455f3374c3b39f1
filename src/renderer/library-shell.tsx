// The window around every screen but the reader: title bar, rail, and what the panels do in narrow windows.
import { ArrowLeft, PanelLeft, PanelRight } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import markUrl from '../../resources/icon-16.svg?url'
import type { ItemActions } from './client/item-actions.ts'
import { useCall } from './client/use-call.ts'
import { TitleBar } from './design/title-bar.tsx'
import { ToolButton } from './design/tool-button.tsx'
import { useKept } from './design/use-kept.ts'
import { useKeys } from './design/use-keys.ts'
import { detailsOverlay, railOverlay, useMedia } from './design/use-media.ts'
import { libraryPlace } from './library/library-place.ts'
import { Rail } from './library/rail.tsx'
import { useSeries } from './library/use-series.ts'
import { hashOf, type Route, readRoute } from './routes.ts'
import { SettingsRail } from './settings/settings-rail.tsx'
import { goTo } from './use-route.ts'
import './design/window.css'

type Panels = { readonly detailsOpen: boolean; readonly onDetails: (open: boolean) => void }
type Props = {
  readonly route: Exclude<Route, { screen: 'item' }>
  readonly actions: ItemActions
  readonly onLeave: () => void
  readonly onHelp: () => void
  readonly children: (panels: Panels) => ReactNode
}

export function LibraryShell({ route, actions, onLeave, onHelp, children }: Props) {
  const railOver = useMedia(railOverlay)
  const detailsOver = useMedia(detailsOverlay)
  // As columns the panels are kept open or folded; as overlays they are opened for a moment.
  const [railKept, setRailKept] = useKept('rail', true)
  const [detailsKept, setDetailsKept] = useKept('details', true)
  const [railPassing, setRailPassing] = useState(false)
  const [detailsPassing, setDetailsPassing] = useState(false)

  const railOpen = railOver ? railPassing : railKept
  const detailsOpen = detailsOver ? detailsPassing : detailsKept
  const setRail = railOver ? setRailPassing : setRailKept
  const setDetails = detailsOver ? setDetailsPassing : setDetailsKept
  const hasDetails = ['place', 'tag', 'series', 'list', 'search'].includes(route.screen)
  const here = hashOf(route)

  useTitle(route)
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes what lay over the page
  useEffect(() => {
    setRailPassing(false)
    setDetailsPassing(false)
  }, [route.screen === 'search' ? 'search' : here])
  useKeys([
    { keys: '[', says: 'Rail', group: 'The window', run: () => setRail(!railOpen) },
    ...(railOver && railOpen ? [{ keys: 'Escape', says: 'Close', group: 'The window', run: () => setRail(false) }] : []),
    ...(detailsOver && detailsOpen ? [{ keys: 'Escape', says: 'Close', group: 'The window', run: () => setDetails(false) }] : []),
  ])

  const overlay = (railOver && railOpen) || (detailsOver && detailsOpen && hasDetails)
  return (
    <div className="win">
      <button type="button" className="skip" onClick={() => document.getElementById('page')?.focus()}>
        To the page
      </button>
      <TitleBar>
        <img className="mark" src={markUrl} alt="" />
        <span className="name">Carrel</span>
        <ToolButton icon={PanelLeft} name={railOpen ? 'Fold the rail' : 'Show the rail'} hint="[" onPress={() => setRail(!railOpen)} />
        {hasDetails || route.screen === 'highlights' || (route.screen === 'settings' && railOpen) ? null : (
          <ToolButton icon={ArrowLeft} name="Back to the library" hint="Escape" onPress={onLeave} />
        )}
        <span className="spring" />
        {hasDetails ? (
          <ToolButton
            icon={PanelRight}
            name={detailsOpen ? 'Fold the details' : 'Show the details'}
            hint="]"
            pressed={detailsOpen}
            onPress={() => setDetails(!detailsOpen)}
          />
        ) : null}
      </TitleBar>
      <div className={railOpen && !railOver ? 'desk' : 'desk folded'}>
        {!railOpen ? null : route.screen === 'settings' ? (
          <SettingsRail here={route.section ?? 'general'} onLeave={onLeave} over={railOver} />
        ) : (
          <Rail here={here} onHelp={onHelp} onTagMoved={goAlong} actions={actions} over={railOver} />
        )}
        {children({ detailsOpen: detailsOpen && hasDetails, onDetails: setDetails })}
        {overlay ? (
          <button
            type="button"
            className="veil"
            aria-label="Close the panel"
            tabIndex={-1}
            onClick={() => {
              setRailPassing(false)
              setDetailsPassing(false)
            }}
          />
        ) : null}
      </div>
    </div>
  )
}

/** Who looks at the tag goes where it went. The address says it: the library answered a while after the tag was shown. */
function goAlong(from: string, to: string | null): void {
  const route = readRoute(location.hash)
  if (route.screen !== 'tag' || route.tag !== from) return
  goTo(to === null ? { screen: 'place', place: 'inbox' } : { screen: 'tag', tag: to })
}

function useTitle(route: Props['route']): void {
  const series = useSeries()
  const lists = useCall('list.list', {}).data?.lists
  const screen = titleOf(route, {
    series: series.get(route.screen === 'series' ? route.key : '')?.title ?? 'Series',
    list: lists?.find(({ id }) => route.screen === 'list' && id === route.id)?.title ?? 'Reading list',
  })
  useEffect(() => {
    document.title = `Carrel: ${screen}`
  }, [screen])
}

function titleOf(route: Props['route'], known: { readonly series: string; readonly list: string }): string {
  switch (route.screen) {
    case 'place':
      return libraryPlace(route.place).title
    case 'tag':
      return `#${route.tag}`
    case 'series':
      return known.series
    case 'list':
      return known.list
    case 'search':
      return `Search${route.words === '' ? '' : ` “${route.words}”`}`
    case 'highlights':
      return 'Highlights'
    case 'add':
      return 'Add'
    case 'settings':
      return 'Settings'
  }
}
