// The bar over an opened item, whichever room shows it: back, where one is and how much is left, and what can be done with it.
import {
  Archive,
  ArrowLeft,
  Clock,
  Download,
  ExternalLink,
  Highlighter,
  Inbox,
  type LucideIcon,
  Printer,
  RefreshCw,
  Search,
  Star,
  TableOfContents,
  Trash2,
} from 'lucide-react'
import type { ItemSummary } from '../shared/item.ts'
import type { ItemActions } from './client/item-actions.ts'
import { hasOriginal, whoAndWhere } from './client/item-words.ts'
import { useWindowCommands } from './client/window-commands.ts'
import { Menu, type MenuLine } from './design/menu.tsx'
import { TitleBar } from './design/title-bar.tsx'
import { ToolButton } from './design/tool-button.tsx'
import { ReadingPanel } from './reader/reading-panel.tsx'
import type { SeriesHere } from './reader/use-series.ts'
import type { ReadingSettings } from './type/use-reading-settings.ts'

type Props = {
  readonly item: ItemSummary
  readonly actions: ItemActions
  readonly onBack: () => void
  /** "36 %, 9 min left"; "" when there is nothing to say. */
  readonly place: string
  /** 0 to 100: the line under the bar. */
  readonly done: number
  /** The list of the highlights; null where no text is on the leaf, and nothing can be marked, searched or printed. */
  readonly highlightList: { readonly open: boolean; readonly toggle: () => void } | null
  readonly outline: { readonly open: boolean; readonly toggle: () => void; readonly name: string } | null
  readonly series: SeriesHere | null
  /** How articles are set; null where nothing is shown that could be. */
  readonly type: ReadingSettings | null
}

export function ItemBar({ item, actions, onBack, place, done, highlightList, outline, series, type }: Props) {
  const commands = useWindowCommands()
  const away = (to: ItemSummary['place'], label: string, icon: LucideIcon, keys: string): MenuLine => ({
    label,
    icon,
    keys,
    onChoose: () => {
      actions.move([item], to)
      onBack()
    },
  })
  const lines: readonly MenuLine[] = [
    ...(hasOriginal(item)
      ? [
          { label: 'Original, in the browser', icon: ExternalLink, keys: 'o', onChoose: () => actions.openOutside(item.url) },
          { label: 'Fetch a newer copy', icon: RefreshCw, onChoose: () => actions.refresh([item], false) },
        ]
      : []),
    ...(item.state === 'partial'
      ? [{ label: 'Fetch what is missing', icon: Download, onChoose: () => actions.refresh([item], true) }]
      : []),
    // Whoever shows the article does these (reader/page-tools.tsx).
    ...(highlightList === null
      ? []
      : [
          { label: 'Find in the text', icon: Search, keys: 'Mod+f', onChoose: () => commands.run('find') },
          { label: 'Print', icon: Printer, keys: 'Mod+p', onChoose: () => commands.run('print') },
        ]),
    ...(item.place === 'later' ? [] : [away('later', 'Keep for later', Clock, 'l')]),
    ...(item.place === 'inbox' ? [] : [away('inbox', 'Back to the inbox', Inbox, 'Shift+e')]),
    { ...away('trash', 'Delete', Trash2, '#'), bad: true, ruleBefore: true },
  ]
  return (
    <TitleBar line={done}>
      <ToolButton icon={ArrowLeft} name="Back to the library" hint="Escape" onPress={onBack} />
      {outline === null ? null : (
        <ToolButton icon={TableOfContents} name={outline.name} hint="[" pressed={outline.open} onPress={outline.toggle} />
      )}
      <span className="crumb">
        <b className="cut" dir="auto">
          {series === null ? whoAndWhere(item) : series.title}
        </b>
        {series === null ? null : (
          <span className="num part">
            {series.list === null ? 'part ' : ''}
            {series.here.number} of {series.total}
          </span>
        )}
      </span>
      <span className="spring" />
      <span className="left num">{place}</span>
      {item.place === 'archive' ? null : (
        <ToolButton
          icon={Archive}
          name="Archive"
          hint="e"
          onPress={() => {
            actions.move([item], 'archive')
            onBack()
          }}
        />
      )}
      {highlightList === null ? null : (
        <ToolButton
          icon={Highlighter}
          name="Highlights of this article"
          hint="]"
          pressed={highlightList.open}
          onPress={highlightList.toggle}
        />
      )}
      <ToolButton
        icon={Star}
        name="Favourite"
        hint="f"
        pressed={item.favourite}
        filled={item.favourite}
        onPress={() => actions.setFavourite([item], !item.favourite)}
      />
      {type === null ? null : <ReadingPanel settings={type} canHyphenate={item.lang !== null} />}
      <Menu name="More" look="tool" lines={lines} />
    </TitleBar>
  )
}
