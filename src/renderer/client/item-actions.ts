// What the reader does to items, the same from a row, a panel, the reader and a key: the call, the words after it, and undo.
import { isSavedFileAddress } from '../../shared/address/saved-file-address.ts'
import type { CallName } from '../../shared/contract.ts'
import type { CopyId, ItemId, ItemPlace, ItemSummary } from '../../shared/item.ts'
import type { Client } from './client.ts'

/** Says passing words; `undo` makes them carry a button. An error is put into words by whoever shows it. */
export type SayWords = {
  say(words: string, undo?: () => void): void
  sayError(error: unknown): void
}

export type ItemActions = {
  move(items: readonly ItemSummary[], place: ItemPlace): void
  setFavourite(items: readonly ItemSummary[], favourite: boolean): void
  refresh(items: readonly ItemSummary[], missing: boolean): void
  retry(items: readonly ItemSummary[]): void
  fetchFromArchive(item: ItemSummary): void
  showCopy(item: ItemSummary, copy: CopyId): void
  deleteForever(items: readonly ItemSummary[]): void
  emptyTrash(): void
  openDocument(copy: CopyId): void
  /** The button of a failure's remedy. */
  remedy(call: CallName, item: ItemSummary): void
  /** Undoes the last move. Says so when there is nothing to undo. */
  undo(): void
  /** Does something else that may fail; a failure is said. */
  attempt(work: () => Promise<unknown>): void
  /** Opens an address in the system's browser, whatever window this is. */
  openOutside(url: string): void
}

const moved: Readonly<Record<ItemPlace, string>> = {
  inbox: 'Moved to the inbox',
  later: 'Kept for later',
  archive: 'Archived',
  trash: 'Deleted',
}

/** At most this many moves can be undone, the last first. */
const remembered = 50

export function createItemActions(client: Client, { say, sayError }: SayWords): ItemActions {
  const undos: (() => void)[] = []
  /** Runs calls one after the other; words only when all were done. */
  const run = (work: () => Promise<unknown>, done?: () => void) => {
    work().then(done, sayError)
  }
  const title = (items: readonly ItemSummary[]) => (items.length === 1 ? `“${short(items[0]?.title ?? '')}”` : `${items.length} items`)

  const actions: ItemActions = {
    move(items, place) {
      const moving = items.filter((item) => item.place !== place)
      if (moving.length === 0) return
      const before = Map.groupBy(moving, (item) => item.place)
      const undo = () => {
        const at = undos.indexOf(undo)
        if (at >= 0) undos.splice(at, 1)
        run(
          async () => {
            for (const [from, those] of before) await client.call('item.move', { ids: idsOf(those), place: from })
          },
          () => say(`${title(moving)} put back`),
        )
      }
      run(
        () => client.call('item.move', { ids: idsOf(moving), place }),
        () => {
          undos.push(undo)
          if (undos.length > remembered) undos.shift()
          say(`${moved[place]} ${title(moving)}`, undo)
        },
      )
    },
    setFavourite(items, favourite) {
      if (items.length === 0) return
      run(() => client.call('item.favourite', { ids: idsOf(items), favourite }))
    },
    refresh(items, missing) {
      run(
        () => client.call('item.refresh', { ids: idsOf(items), missing }),
        () => say(missing ? `Fetching what is missing of ${title(items)}` : `Fetching a newer copy of ${title(items)}`),
      )
    },
    retry(items) {
      run(
        () => client.call('job.retry', { itemIds: idsOf(items) }),
        () => say(`Trying ${title(items)} again`),
      )
    },
    fetchFromArchive(item) {
      run(
        () => client.call('item.fetchFromArchive', { id: item.id }),
        () => say(`Asking the web archive for ${title([item])}`),
      )
    },
    showCopy(item, copy) {
      run(() => client.call('item.showCopy', { id: item.id, copy }))
    },
    deleteForever(items) {
      run(
        () => client.call('item.deleteForever', { ids: idsOf(items) }),
        () => say(`Deleted ${title(items)} for good`),
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
      const last = undos.at(-1)
      if (last === undefined) say('Nothing to undo')
      else last()
    },
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

function short(title: string): string {
  return title.length > 60 ? `${title.slice(0, 57).trimEnd()}…` : title
}
