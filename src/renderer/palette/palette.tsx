// The palette: one field over everything. Arrows choose, Enter does, Esc leaves. It asks and shows; where a line leads is the window's to do.
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { amount } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { comboOf, isTyped } from '../design/key-combo.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { useKeyMap } from '../design/use-keys.ts'
import { useModal } from '../design/use-modal.ts'
import { type Command, type Place, paletteKeys } from './commands.ts'
import { PaletteLineView } from './palette-line-view.tsx'
import { type PaletteLine, paletteGroups, readAsked } from './palette-lines.ts'
import { useChoices } from './use-choices.ts'
import './palette.css'

type Props = {
  readonly commands: readonly Command[]
  readonly places: readonly Place[]
  /** `elsewhere`: beside what is open, with Ctrl or Cmd; the palette stays. */
  readonly onChoose: (line: PaletteLine, elsewhere: boolean) => void
  readonly onSearch: (words: string) => void
  readonly onClose: () => void
}

export function Palette({ commands, places, onChoose, onSearch, onClose }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const keys = useKeyMap()
  const [typed, setTyped] = useState('')
  /** The key of the line the arrows are on; null: the first one, whichever it comes to be. */
  const [chosen, setChosen] = useState<string | null>(null)
  /** Enter was pressed before the answers came: what comes first then is meant. */
  const [eager, setEager] = useState(false)
  const asked = useMemo(() => readAsked(typed), [typed])
  const choices = useChoices(asked, { commands, places })
  useModal(element)
  useEffect(() => field.current?.focus(), [])

  const groups = paletteGroups(asked, choices)
  const lines = groups.flatMap((group) => group.lines)
  const at = Math.max(
    0,
    lines.findIndex(({ key }) => key === chosen),
  )
  const active = lines[at]
  const idOf = (line: PaletteLine) => `${listId}-${line.key}`.replaceAll(/[^\w-]/g, '_')

  useEffect(() => {
    if (!eager || choices.late) return
    setEager(false)
    if (active !== undefined) onChoose(active, false)
  })
  const activeId = active === undefined ? undefined : idOf(active)
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
    // The heading above the first line belongs to it.
    if (at === 0) list.current?.scrollTo({ top: 0 })
  }, [activeId, at])

  const step = (to: number) => setChosen(lines[(to + lines.length) % lines.length]?.key ?? null)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const combo = comboOf(event.nativeEvent)
    // One that types is typed, even when the reader chose it for the palette.
    if (combo === null || isTyped(combo)) return
    const act: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(at + 1),
      ArrowUp: () => step(at - 1),
      PageDown: () => step(Math.min(lines.length - 1, at + 8)),
      PageUp: () => step(Math.max(0, at - 8)),
      Enter: () => {
        if (choices.late && chosen === null) setEager(true)
        else if (active !== undefined) onChoose(active, false)
      },
      'Mod+Enter': () => active !== undefined && onChoose(active, true),
      'Shift+Enter': () => asked.words !== '' && onSearch(asked.words),
      [keys.keysOf(paletteKeys)]: onClose,
    }
    const run = act[combo]
    if (run === undefined) return
    event.preventDefault()
    run()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; its key is Esc, which the element handles itself
    <dialog
      ref={element}
      className="palette pop"
      aria-label="Commands and search"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div className="ask">
        <Icon of={Search} />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label="Titles, text, commands"
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="Open, find or do something"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(null)
            setEager(false)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="leave" tabIndex={-1} onClick={onClose}>
          <span className="sr">Close </span>
          <KeysShown keys="Escape" asTheyAre />
        </button>
      </div>
      <div ref={list} className="results scrolls" role="listbox" id={listId} aria-label="Results" aria-busy={choices.late}>
        {groups.map(({ name, lines: members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={name} role="group" aria-label={name}>
            <div className="g" aria-hidden="true">
              {name}
            </div>
            {members.map((line) => (
              <PaletteLineView
                key={line.key}
                line={line}
                id={idOf(line)}
                active={line === active}
                keysOf={keys.keysOf}
                onPoint={() => setChosen(line.key)}
                onChoose={(elsewhere) => onChoose(line, elsewhere)}
              />
            ))}
          </div>
        ))}
      </div>
      {lines.length > 0 || choices.late ? null : (
        <p className="nothing">{asked.about === 'tags' ? 'No tag is like that.' : 'No command is like that.'}</p>
      )}
      <p className="sr" role="status">
        {choices.late ? '' : lines.length === 0 ? 'Nothing fits.' : amount(lines.length, 'line', 'lines')}
      </p>
      <footer>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> choose
        </span>
        <span>
          <KeysShown keys="Enter" asTheyAre /> {active?.is === 'command' ? 'do it' : 'open'}
        </span>
        {active?.is === 'item' || active?.is === 'passage' ? (
          <span>
            <KeysShown keys="Mod+Enter" asTheyAre /> open and stay
          </span>
        ) : null}
        <span className="spring" />
        <span className="hint">
          Type <kbd>&gt;</kbd> for commands only, <kbd>#</kbd> for tags
        </span>
      </footer>
    </dialog>
  )
}
