// What the reader does with reading lists, the same from the rail, a list's screen and a key: the call, the words, and the way back.
import type { ItemId, ItemSummary } from '../../../shared/item.ts'
import type { ListEntry, ListId, ListSummary } from '../../../shared/list.ts'
import { named, short } from '../../client/action-words.ts'
import type { Client } from '../../client/client.ts'
import { copyRich, copyText } from '../../client/copy-text.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { amount } from '../../design/amounts.ts'
import { runsBack } from './list-order.ts'

type Named = Pick<ListSummary, 'id' | 'title'>

export type ListActions = {
  /** A new list, with these in it. `done` is called once it is there. */
  make(title: string, items: readonly ItemSummary[], done: (id: ListId) => void): void
  rename(list: Named, title: string): void
  remove(list: Named, done: () => void): void
  /** At its end. */
  add(list: Named, items: readonly ItemSummary[]): void
  take(list: Named, entries: readonly ListEntry[], items: readonly ItemSummary[]): void
  /** `entries`: the list as it stands, to put it back. `onFailed`: whoever showed it done has to ask again. */
  place(list: Named, entries: readonly ListEntry[], items: readonly ItemSummary[], to: Placing, words: string, onFailed: () => void): void
  merge(from: Named, into: Named, done: () => void): void
  fetchAll(list: Named): void
  share(list: Named, as: keyof typeof formNames): void
}

export type Placing = { readonly before: ItemId | null; readonly headings: readonly string[] }

/** What a list is handed on as. */
export const formNames = { markdown: 'Markdown', html: 'HTML', text: 'plain text' } as const

export function createListActions(client: Client, actions: ItemActions): ListActions {
  const inList = ({ title }: Named) => `“${short(title)}”`
  return {
    make(title, items, done) {
      actions.attempt(async () => {
        const { id } = await client.call('list.make', { title })
        if (items.length > 0) await client.call('list.add', { id, items: idsOf(items) })
        actions.remember(
          items.length === 0 ? `Made the list “${short(title)}”` : `Put ${named(items)} in the new list “${short(title)}”`,
          () => client.call('list.remove', { id }),
          `The list “${short(title)}” is gone again`,
        )
        done(id)
      })
    },
    rename(list, typed) {
      const title = typed.trim()
      if (title === '' || title === list.title) return
      actions.undoable(
        `Renamed the list to “${short(title)}”`,
        () => client.call('list.rename', { id: list.id, title }),
        () => client.call('list.rename', { id: list.id, title: list.title }),
      )
    },
    remove(list, done) {
      actions.undoable(
        `Removed the list ${inList(list)}; its items stay`,
        async () => {
          await client.call('list.remove', { id: list.id })
          done()
        },
        () => client.call('list.restore', { id: list.id }),
        `The list ${inList(list)} is back`,
      )
    },
    add(list, items) {
      actions.attempt(async () => {
        const gained = (await client.call('list.add', { id: list.id, items: idsOf(items) })).items
        if (gained.length === 0) return actions.say(`${items.length === 1 ? 'It stands' : 'They stand'} in ${inList(list)} already`)
        const those = items.filter(({ id }) => gained.includes(id))
        actions.remember(
          `Put ${named(those)} in ${inList(list)}`,
          () => client.call('list.take', { id: list.id, items: [...gained] }),
          `Took ${named(those)} out of ${inList(list)} again`,
        )
      })
    },
    take(list, entries, items) {
      if (items.length === 0) return
      const runs = runsBack(entries, idsOf(items))
      actions.undoable(
        `Took ${named(items)} out of ${inList(list)}`,
        () => client.call('list.take', { id: list.id, items: idsOf(items) }),
        async () => {
          for (const { entries: those, before } of runs) {
            const facts = those.map(({ headings, title, alternates }) => ({ headings, title, alternates }))
            await client.call('list.add', { id: list.id, items: those.map(({ item }) => item.id), before, facts })
          }
        },
        `${named(items)} put back in ${inList(list)}`,
      )
    },
    place(list, entries, items, { before, headings }, words, onFailed) {
      const ids = idsOf(items)
      const runs = runsBack(entries, ids)
      actions.undoable(
        words,
        () =>
          client.call('list.place', { id: list.id, items: ids, before, headings: [...headings] }).catch((error: unknown) => {
            onFailed()
            throw error
          }),
        async () => {
          for (const run of runs) {
            const those = run.entries.map(({ item }) => item.id)
            await client.call('list.place', {
              id: list.id,
              items: those,
              before: run.before,
              headings: [...(run.entries[0]?.headings ?? [])],
            })
          }
        },
        `${named(items)} put back in ${items.length === 1 ? 'its place' : 'their places'}`,
      )
    },
    merge(from, into, done) {
      let gained: readonly ItemId[] = []
      actions.undoable(
        `Merged ${inList(from)} into ${inList(into)}`,
        async () => {
          gained = (await client.call('list.merge', { from: from.id, into: into.id })).items
          done()
        },
        async () => {
          if (gained.length > 0) await client.call('list.take', { id: into.id, items: [...gained] })
          await client.call('list.restore', { id: from.id })
        },
        `${inList(from)} is a list of its own again`,
      )
    },
    fetchAll(list) {
      actions.attempt(async () => {
        const { jobs } = await client.call('list.fetch', { id: list.id })
        actions.say(
          jobs.length === 0 ? 'Nothing of it has to be fetched' : `Fetching ${amount(jobs.length, 'item', 'items')} of ${inList(list)}`,
        )
      })
    },
    share(list, as) {
      actions.attempt(async () => {
        const { content } = await client.call('list.share', { id: list.id, as })
        const copied = await (as === 'html' ? copyRich(content) : copyText(content))
        actions.say(copied ? `Copied ${inList(list)} as ${formNames[as]}` : 'The clipboard took nothing. Try again.')
      })
    },
  }
}

function idsOf(items: readonly ItemSummary[]): ItemId[] {
  return items.map(({ id }) => id)
}
