// What is done with a whole reading list: renamed, fetched, handed on, removed, and given items; each with its way back where there is one.
import { Copy, Download, Pencil, Trash2 } from 'lucide-react'
import type { ItemSummary } from '../../../shared/item.ts'
import type { ListSummary } from '../../../shared/list.ts'
import type { Client } from '../../client/client.ts'
import { copyText } from '../../client/copy-text.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { amount } from '../../design/amounts.ts'
import type { MenuLine } from '../../design/menu.tsx'

type Named = Pick<ListSummary, 'id' | 'title'>
type Beside = {
  readonly list: Named
  readonly client: Client
  readonly actions: ItemActions
  readonly onRename: () => void
  /** The list is removed: whoever shows it goes elsewhere. */
  readonly onGone: () => void
}

export function listMenu({ list, client, actions, onRename, onGone }: Beside): readonly MenuLine[] {
  const { id } = list
  return [
    { label: 'Rename', icon: Pencil, onChoose: onRename },
    {
      label: 'Make all of it offline',
      icon: Download,
      onChoose: () =>
        actions.attempt(async () => {
          const { jobs } = await client.call('list.fetch', { id })
          actions.say(
            jobs.length === 0
              ? 'All of it that has a link is on this machine'
              : `Fetching ${amount(jobs.length, 'item', 'items')} of “${list.title}”`,
          )
        }),
    },
    {
      label: 'Copy as Markdown',
      icon: Copy,
      onChoose: () =>
        actions.attempt(async () => {
          const { content } = await client.call('list.share', { id, as: 'markdown' })
          actions.say((await copyText(content)) ? 'Copied the list as Markdown' : 'The system does not let Carrel copy')
        }),
    },
    {
      label: 'Remove the list',
      icon: Trash2,
      bad: true,
      ruleBefore: true,
      onChoose: () =>
        actions.undoable(
          `Removed the list “${list.title}”; its items stay`,
          async () => {
            await client.call('list.remove', { id })
            onGone()
          },
          () => client.call('list.restore', { id }),
          `The list “${list.title}” is back`,
        ),
    },
  ]
}

export function renameList(client: Client, actions: ItemActions, list: Named, typed: string): void {
  const title = typed.trim()
  if (title === '' || title === list.title) return
  actions.undoable(
    `Renamed the list to “${title}”`,
    () => client.call('list.rename', { id: list.id, title }),
    () => client.call('list.rename', { id: list.id, title: list.title }),
  )
}

/** Puts items at the end of a list; undoing takes out those that came. */
export function addToList(client: Client, actions: ItemActions, list: Named, items: readonly ItemSummary[]): void {
  let added: ItemSummary['id'][] = []
  actions.undoable(
    `Added ${amount(items.length, 'item', 'items')} to “${list.title}”`,
    async () => {
      added = (await client.call('list.add', { id: list.id, items: items.map((item) => item.id) })).items
    },
    async () => {
      if (added.length > 0) await client.call('list.take', { id: list.id, items: added })
    },
  )
}
