// One passage in a list: its words with the edge bar of its colour, the note, where it stands, tags, day, and what can be done with it.
import { ArrowUpRight, Copy, Link2, MessageSquareText, PencilLine, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { Highlight, HighlightColour } from '../../shared/highlight.ts'
import { Icon } from '../design/icon.tsx'
import { colourName, colours, shortDay } from './highlight-words.ts'
import { type NoteChange, NoteEditor } from './note-editor.tsx'
import { NoteText } from './note-text.tsx'
import { TagField } from './tag-field.tsx'
import './marks.css'
import './passages.css'

/** Everything a row can ask for. */
export type RowDoings = {
  readonly open: (highlight: Highlight) => void
  readonly quote: (highlight: Highlight) => void
  readonly link: (highlight: Highlight) => void
  readonly remove: (highlight: Highlight) => void
  /** Null ends editing. */
  readonly edit: (highlight: Highlight | null) => void
  readonly recolour: (highlight: Highlight, colour: HighlightColour) => void
  readonly keepNote: (highlight: Highlight, change: NoteChange) => Promise<Highlight>
  readonly noteWritten: (highlight: Highlight, before: string, after: string) => void
  readonly setTags: (highlight: Highlight, tags: readonly string[]) => void
  readonly openOutside: (url: string) => void
  readonly trouble: (error: unknown) => void
  readonly onTag?: (tag: string) => void
}

type Props = {
  readonly highlight: Highlight
  readonly current: boolean
  readonly editing: boolean
  readonly doings: RowDoings
  readonly now: number
  readonly openWord: string
  /** The box of marking several, at the left. */
  readonly box?: ReactNode
}

/** Longer passages are cut in lists; they are whole where they are read and copied. */
const shownLetters = 1_200

export function HighlightRow({ highlight, current, editing, doings, now, openWord, box }: Props) {
  const { anchor, seconds, note, tags, colour } = highlight
  return (
    <blockquote className={`q ${colour}${current ? ' sel' : ''}`} data-id={highlight.id}>
      {box}
      <p className="words" dir="auto">
        {anchor.exact.length > shownLetters ? `${anchor.exact.slice(0, shownLetters).replace(/[\ud800-\udbff]$/, '')}…` : anchor.exact}
      </p>
      {editing ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves whichever field inside has the focus
        <div
          className="hl-edit"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            doings.edit(null)
          }}
        >
          <div role="radiogroup" aria-label="Colour" className="hl-tools">
            {colours.map(({ colour: one, name, line }) => (
              <label key={one} className="hue" title={name}>
                <input
                  type="radio"
                  className="sr"
                  name={`colour of ${highlight.id}`}
                  aria-label={`${name}, ${line}`}
                  checked={one === colour}
                  onChange={() => doings.recolour(highlight, one)}
                />
                <span className={`hl-mark ${one}`} aria-hidden="true">
                  Aa
                </span>
              </label>
            ))}
          </div>
          <TagField tags={tags} onChange={(next) => doings.setTags(highlight, next)} onLeave={() => doings.edit(null)} focus={false} />
          <NoteEditor
            highlight={highlight}
            onKeep={(change) => doings.keepNote(highlight, change)}
            onWritten={(before, after) => doings.noteWritten(highlight, before, after)}
            onLeave={() => doings.edit(null)}
            onTrouble={doings.trouble}
          />
        </div>
      ) : note === '' ? null : (
        <div className="n">
          <Icon of={MessageSquareText} small />
          <NoteText note={note} onLink={doings.openOutside} />
        </div>
      )}
      <footer>
        <span>{colourName(colour)}</span>
        {seconds === null ? null : <span className="num">{showSeconds(seconds)}</span>}
        {anchor.heading === null ? null : (
          <span className="cut where" dir="auto">
            {anchor.heading}
          </span>
        )}
        {editing
          ? null
          : tags.map((tag) =>
              doings.onTag === undefined ? (
                <span key={tag} className="tag">
                  {tag}
                </span>
              ) : (
                <button key={tag} type="button" className="tag" aria-label={`Only #${tag}`} onClick={() => doings.onTag?.(tag)}>
                  {tag}
                </button>
              ),
            )}
        <span className="num">{shortDay(highlight.createdAt, now)}</span>
        <span className="acts">
          <Act icon={ArrowUpRight} word={openWord} onPress={() => doings.open(highlight)} />
          <Act icon={Copy} word="Quote" name="Copy quote" onPress={() => doings.quote(highlight)} />
          <Act icon={Link2} word="Link" name="Copy link" onPress={() => doings.link(highlight)} />
          <Act icon={PencilLine} name={editing ? 'Done' : 'Edit'} onPress={() => doings.edit(editing ? null : highlight)} />
          <Act icon={Trash2} name="Delete" onPress={() => doings.remove(highlight)} />
        </span>
      </footer>
    </blockquote>
  )
}

type ActProps = { readonly icon: typeof Copy; readonly word?: string; readonly name?: string; readonly onPress: () => void }

function Act({ icon, word, name, onPress }: ActProps) {
  return (
    <button type="button" className="btn bare sm" aria-label={name ?? word} title={name ?? word} onClick={onPress}>
      <Icon of={icon} small />
      {word}
    </button>
  )
}
