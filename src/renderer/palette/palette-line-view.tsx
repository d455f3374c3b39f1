// One line of the palette: its sign, its words with the typed letters marked, what stands behind them, and at the end how long or which key.
import { BookMarked, Highlighter, type LucideIcon, Tag, TextSearch } from 'lucide-react'
import { progressWords, stateSentence } from '../client/item-words.ts'
import { amount, minutesWords } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { Lamp } from '../design/lamp.tsx'
import { commandIcon } from './command-icon.ts'
import type { Range } from './fuzzy-match.ts'
import type { PaletteLine } from './palette-lines.ts'

type Props = {
  readonly line: PaletteLine
  readonly id: string
  readonly active: boolean
  readonly keysOf: (binding: string) => string
  readonly onPoint: () => void
  readonly onChoose: (elsewhere: boolean) => void
}

export function PaletteLineView({ line, id, active, keysOf, onPoint, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the line by aria-activedescendant
    <div
      role="option"
      id={id}
      aria-selected={active}
      className={active ? 'on' : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      {line.is === 'item' ? <Lamp state={line.item.state} says={stateSentence(line.item)} /> : <Icon of={iconOf(line)} />}
      <span className="words">
        <span className={line.is === 'item' || line.is === 'series' ? 'title' : found.includes(line.is) ? 'hit' : 'ui'} dir="auto">
          <Fitted text={line.text} ranges={line.ranges} />
        </span>
        {line.small === '' ? null : <small dir="auto">{line.small}</small>}
      </span>
      <End line={line} keysOf={keysOf} />
    </div>
  )
}

const found: readonly PaletteLine['is'][] = ['passage', 'highlight']

function End({ line, keysOf }: Pick<Props, 'line' | 'keysOf'>) {
  switch (line.is) {
    case 'item': {
      const words = progressWords(line.item.progress) || (line.item.minutes === 0 ? '' : minutesWords(line.item.minutes))
      return words === '' ? null : <span className="quiet num">{words}</span>
    }
    case 'tag':
      return <span className="quiet num">{amount(line.items, 'item', 'items')}</span>
    case 'series':
      return <span className="quiet num">{amount(line.parts, 'part', 'parts')}</span>
    case 'place':
      return line.place.binding === null ? null : <Keys combos={[keysOf(line.place.binding)]} />
    case 'command':
      return <Keys combos={line.command.keys} />
    case 'search':
      return <Keys combos={['Shift+Enter']} />
    case 'passage':
    case 'highlight':
      return null
  }
}

function Keys({ combos }: { readonly combos: readonly string[] }) {
  return (
    <span className="combos">
      {combos.map((combo) => (
        <span key={combo}>
          <KeysShown keys={combo} asTheyAre />
        </span>
      ))}
    </span>
  )
}

function Fitted({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  let at = 0
  const pieces = ranges.flatMap(([from, to]) => {
    const before = text.slice(at, from)
    at = to
    return [before, <em key={from}>{text.slice(from, to)}</em>]
  })
  return [...pieces, text.slice(at)]
}

function iconOf(line: Exclude<PaletteLine, { is: 'item' }>): LucideIcon {
  switch (line.is) {
    case 'passage':
      return TextSearch
    case 'highlight':
      return Highlighter
    case 'tag':
      return Tag
    case 'series':
      return BookMarked
    case 'place':
      return line.place.icon
    case 'command':
      return line.command.icon ?? commandIcon(line.command.says)
    case 'search':
      return line.icon
  }
}
