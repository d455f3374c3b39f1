// What the reader does to a highlight that is there, the same in the article, in its list and on the screen of all of them.

import type { Highlight, HighlightColour, HighlightId } from '../../shared/highlight.ts'
import { type QuotedHighlight, quoteMarkdown } from '../../shared/highlight-quote.ts'
import type { Client } from '../client/client.ts'
import { copyText } from '../client/copy-text.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { highlightLink } from './highlight-words.ts'
import type { NoteChange } from './note-editor.tsx'

type HighlightChange = { id: HighlightId; colour?: HighlightColour; note?: string; noteWas?: string; tags?: string[] }

export type HighlightDoings = {
  change(changes: HighlightChange): Promise<Highlight>
  recolour(highlight: Highlight, colour: HighlightColour): void
  /** Keeps a note while it is being written: nothing is said, and undo is `noteWritten`'s. */
  keepNote(id: HighlightId, change: NoteChange): Promise<Highlight>
  /** A note that was `before` has been written to its end, which is `after`. */
  noteWritten(id: HighlightId, before: string, after: string): void
  setTags(highlight: Highlight, tags: readonly string[]): void
  remove(highlights: readonly Highlight[]): void
  takeAway(ids: HighlightId[]): Promise<unknown>
  copyQuotes(entries: readonly Quoted[]): void
  copyLink(highlight: Pick<Highlight, 'id' | 'itemId'>): void
}

/** A passage to be carried away; one that is only selected has no id yet. */
type Quoted = QuotedHighlight & { readonly highlight: { readonly id?: HighlightId } }

/** Who shows the highlights hears at once what became of them; the library's event confirms it. */
type Shown = { readonly changed: (highlight: Highlight) => void; readonly removed: (ids: readonly HighlightId[]) => void }

export function createHighlightDoings(client: Client, actions: () => ItemActions, shown: Shown): HighlightDoings {
  const change = async (changes: HighlightChange) => {
    const changed = await client.call('highlight.change', changes)
    shown.changed(changed)
    return changed
  }
  const takeAway = async (ids: HighlightId[]) => {
    await client.call('highlight.remove', { ids })
    shown.removed(ids)
  }
  const copied = (text: () => Promise<string>, words: string) =>
    actions().attempt(async () =>
      actions().say((await copyText(await text())) ? words : 'The system does not let Carrel use the clipboard'),
    )

  return {
    change,
    recolour(highlight, colour) {
      if (highlight.colour === colour) return
      const { id, colour: before } = highlight
      actions().undoable(
        null,
        () => change({ id, colour }),
        () => change({ id, colour: before }),
        'The colour is put back',
      )
    },
    keepNote: (id, written) => change({ id, ...written }),
    noteWritten(id, before, after) {
      // What another window has written since stays.
      actions().remember(
        null,
        () => change({ id, note: before, noteWas: after }),
        before === '' ? 'The note is taken away' : 'The note is put back',
      )
    },
    setTags(highlight, tags) {
      const { id, tags: before } = highlight
      actions().undoable(
        null,
        () => change({ id, tags: [...tags] }),
        () => change({ id, tags: before }),
        'The tags are put back',
      )
    },
    remove(highlights) {
      if (highlights.length === 0) return
      const ids = highlights.map(({ id }) => id)
      actions().undoable(
        ids.length === 1 ? 'Deleted the highlight' : `Deleted ${ids.length} highlights`,
        () => takeAway(ids),
        () => client.call('highlight.restore', { ids }),
        ids.length === 1 ? 'The highlight is back' : `${ids.length} highlights are back`,
      )
    },
    takeAway,
    copyQuotes: (entries) =>
      copied(
        async () => quoteMarkdown(await wholePassages(client, entries)),
        entries.length === 1 ? 'The quote is on the clipboard' : `${entries.length} quotes are on the clipboard`,
      ),
    copyLink: (highlight) => copied(async () => highlightLink(highlight), 'The link is on the clipboard'),
  }
}

/** Lists hold the beginnings of long passages (`letters` of highlight.list); what is carried away is whole. */
async function wholePassages(client: Client, entries: readonly Quoted[]): Promise<readonly QuotedHighlight[]> {
  const isCut = ({ highlight: { anchor } }: Quoted) => anchor.exact.length < anchor.end - anchor.start
  const whole = new Map<HighlightId | undefined, Highlight>()
  for (const id of new Set(entries.filter(isCut).map(({ item }) => item.id))) {
    const { highlights } = await client.call('highlight.ofItem', { id })
    for (const one of highlights) whole.set(one.id, one)
  }
  return entries.map((entry) => {
    const anchor = whole.get(entry.highlight.id)?.anchor
    return isCut(entry) && anchor !== undefined ? { ...entry, highlight: { ...entry.highlight, anchor } } : entry
  })
}
