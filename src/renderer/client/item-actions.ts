// What the reader does to items, the same from a row, a panel, the reader and a key: the call, the words after it, and undo.
import { isSavedFileAddress } from '../../shared/address/saved-file-address.ts'
import type { CallName } from '../../shared/contract.ts'
import type { CopyId, ItemId, ItemPlace, ItemSummary } from '../../shared/item.ts'
import { moved, named, short, undoneWords } from './action-words.ts'
import type { Client } from './client.ts'
import { tagsBack, tagWords } from './tag-changes.ts'
import { createUndoableSteps } from './undoable-steps.ts'

/** What the window around gives: passing words (`undo` makes them carry a button), errors put into words, and the tag editor. */
export type Surroundings = {
  say(words: string, undo?: () => void): void
  sayError(error: unknown): void
  editTags(items: readonly ItemSummary[]): void
}

export type ItemActions = {
  move(items: readonly ItemSummary[], place: ItemPlace): void
  setFavourite(items: readonly ItemSummary[], favourite: boolean): void
  /** Adds and removes tags; items keep those they already have or never had. */
  tag(items: readonly ItemSummary[], add: readonly string[], remove: readonly string[]): void
  /** Opens the tag editor on these items, from whichever screen. */
  editTags(items: readonly ItemSummary[]): void
  rename(item: ItemSummary, title: string): void
  refresh(items: readonly ItemSummary[], missing: boolean): void
  retry(items: readonly ItemSummary[]): void
  fetchFromArchive(item: ItemSummary): void
  showCopy(item: ItemSummary, copy: CopyId): void
  deleteForever(items: readonly ItemSummary[]): void
  emptyTrash(): void
  openDocument(copy: CopyId): void
  /** The button of a failure's remedy. */
  remedy(call: CallName, item: ItemSummary): void
  /** Undoes the last thing done that can be undone. Says so when there is nothing. */
  undo(): void
  /**
   * Does something and says it with an Undo, also for the key: for what rooms do beside the list above. `back` undoes it. What is done
   * and undone goes in the order of the keys; `back` runs only when `work` went well. `words` null: nothing is said. `undone` is said
   * after `back`, else the words with "Undone" before them.
   */
  undoable(words: string | null, work: () => Promise<unknown>, back: () => Promise<unknown>, undone?: string): void
  /** Remembers how to undo what was done already. `words` say it with an Undo beside them; null: nothing is said. `undone` is said after. */
  remember(words: string | null, back: () => Promise<unknown>, undone: string): void
  /** Passing words about something done. */
  say(words: string): void
  /** Does something else that may fail; a failure is said. */
  attempt(work: () => Promise<unknown>): void
  /** Opens an address in the system's browser, whatever window this is. */
  openOutside(url: string): void
}

export function createItemActions(client: Client, { say, sayError, editTags }: Surroundings): ItemActions {
  const steps = createUndoableSteps({ say, sayError })
  /** Runs calls one after the other; words only when all were done. */
  const run = (work: () => Promise<unknown>, done?: () => void) => {
    work().then(done, sayError)
  }
  const undoable: ItemActions['undoable'] = (words, work, back, undone = undoneWords(words ?? '')) =>
    steps.take({ words, undone, work, back })

  const actions: ItemActions = {
    move(items, place) {
      const moving = items.map(steps.foreseen).filter((item) => item.place !== place)
      if (moving.length === 0) return
      const before = Map.groupBy(moving, (item) => item.place)
      steps.take({
        words: `${moved[place]} ${named(moving)}`,
        undone: `${named(moving)} put back`,
        work: () => client.call('item.move', { ids: idsOf(moving), place }),
        back: async () => {
          for (const [from, those] of before) await client.call('item.move', { ids: idsOf(those), place: from })
        },
        foreseen: moving.map((item) => ({ item, before: { place: item.place }, after: { place } })),
      })
    },
    setFavourite(items, favourite) {
      const changing = items.map(steps.foreseen).filter((item) => item.favourite !== favourite)
      if (changing.length === 0) return
      const ids = idsOf(changing)
      const words = favourite ? `Made ${named(changing)} a favourite` : `${named(changing)} is no favourite any more`
      steps.take({
        words,
        undone: undoneWords(words),
        work: () => client.call('item.favourite', { ids, favourite }),
        back: () => client.call('item.favourite', { ids, favourite: !favourite }),
        foreseen: changing.map((item) => ({ item, before: { favourite: !favourite }, after: { favourite } })),
      })
    },
    tag(shown, add, remove) {
      const items = shown.map(steps.foreseen)
      const back = tagsBack(items, add, remove)
      if (back.length === 0) return
      const words = [
        ...(add.length > 0 ? [`Tagged ${named(items)} ${tagWords(add)}`] : []),
        ...(remove.length > 0
          ? [`${add.length > 0 ? 'took' : 'Took'} ${tagWords(remove)} off${add.length > 0 ? '' : ` ${named(items)}`}`]
          : []),
      ].join(', ')
      steps.take({
        words,
        undone: undoneWords(words),
        work: () => client.call('item.tag', { ids: idsOf(items), add: [...add], remove: [...remove] }),
        back: async () => {
          for (const change of back) await client.call('item.tag', change)
        },
        foreseen: items.map((item) => ({
          item,
          before: { tags: item.tags },
          after: { tags: [...new Set([...item.tags, ...add])].filter((tag) => !remove.includes(tag)) },
        })),
      })
    },
    editTags(items) {
      if (items.length > 0) editTags(items)
    },
    rename(shown, title) {
      const item = steps.foreseen(shown)
      const next = title.trim()
      if (next === '' || next === item.title) return
      const words = `Renamed to “${short(next)}”`
      steps.take({
        words,
        undone: undoneWords(words),
        work: () => client.call('item.rename', { id: item.id, title: next }),
        back: () => client.call('item.rename', { id: item.id, title: item.title }),
        foreseen: [{ item, before: { title: item.title }, after: { title: next } }],
      })
    },
    refresh(items, missing) {
      run(
        () => client.call('item.refresh', { ids: idsOf(items), missing }),
        () => say(missing ? `Fetching what is missing of ${named(items)}` : `Fetching a newer copy of ${named(items)}`),
      )
    },
    retry(items) {
      run(
        () => client.call('job.retry', { itemIds: idsOf(items) }),
        () => say(`Trying ${named(items)} again`),
      )
    },
    fetchFromArchive(item) {
      run(
        () => client.call('item.fetchFromArchive', { id: item.id }),
        () => say(`Asking the web archive for ${named([item])}`),
      )
    },
    showCopy(item, copy) {
      const before = item.shownCopy
      const show = (shown: CopyId) => client.call('item.showCopy', { id: item.id, copy: shown })
      if (before === null) run(() => show(copy))
      else
        undoable(
          `Another copy of ${named([item])} is shown`,
          () => show(copy),
          () => show(before),
        )
    },
    deleteForever(items) {
      run(
        () => client.call('item.deleteForever', { ids: idsOf(items) }),
        () => say(`Deleted ${named(items)} for good`),
      )
    },
    emptyTrash() {
      run(
        () => client.call('item.emptyTrash', {}),
        () => say('The trash is empty'),
      )
    },
    openDocument(copy) {
      run(async () => {
        const { opened, path } = await client.call('document.openOutside', { copy })
        if (!opened) say(`The system did not open it. The file is at ${path}`)
      })
    },
    remedy(call, item) {
      if (call === 'item.fetchFromArchive') actions.fetchFromArchive(item)
      else if (call === 'item.refresh') actions.refresh([item], false)
      else actions.retry([item])
    },
    undo() {
      if (!steps.undoLast()) say('Nothing to undo')
    },
    undoable,
    remember: steps.remember,
    say: (words) => say(words),
    attempt: (work) => run(work),
    openOutside(url) {
      if (!/^https?:/i.test(url)) return
      if (isSavedFileAddress(url)) return say('It came from a file of yours; there is no page to open')
      window.open(url, '_blank', 'noopener,noreferrer')
    },
  }
  return actions
}

function idsOf(items: readonly ItemSummary[]): ItemId[] {
  return items.map((item) => item.id)
}
