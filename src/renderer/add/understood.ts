// What Add makes of the links it understood: which are ticked, what saving them means, and the words over the list. Pure.
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemId } from '../../shared/item.ts'

export type Understood = OutputOf<'item.preview'>['links'][number]

/**
 * Whether a link is ticked before anybody touched it. What is here already is not fetched again unasked; what lies in the trash
 * comes back. An address inside the private network is ticked only when the reader typed it: a pasted comment, a dropped page or
 * a carrel:// link must not make Carrel knock at doors behind the router.
 */
export function tickedAtFirst(link: Understood, strange: boolean): boolean {
  if (link.failure !== null) return false
  if (link.already !== null && link.already.place !== 'trash') return false
  return !link.private || !strange
}

/** What "all" ticks: everything that can be saved but strangers' private addresses, which are meant one by one or not at all. */
export function tickedByAll(link: Understood, strange: boolean): boolean {
  return link.failure === null && (!link.private || !strange)
}

export type SavePlan = {
  readonly links: readonly string[]
  /** Those of `links` that the reader typed, or ticked although they are private. */
  readonly chosen: readonly string[]
  /** Here already, and a newer copy is wanted. */
  readonly refresh: readonly ItemId[]
}

export function planOf(ticked: readonly { readonly link: Understood; readonly strange: boolean }[]): SavePlan {
  const fetchable = ticked.filter(({ link }) => link.failure === null)
  const here = ({ link }: { readonly link: Understood }) => link.already !== null && link.already.place !== 'trash'
  const anew = fetchable.filter((one) => !here(one))
  return {
    links: anew.map(({ link }) => link.link),
    chosen: anew.filter(({ link, strange }) => link.private || !strange).map(({ link }) => link.link),
    refresh: fetchable.filter(here).flatMap(({ link }) => (link.already === null ? [] : [link.already.id])),
  }
}

export function planSize(plan: SavePlan): number {
  return plan.links.length + plan.refresh.length
}

/** "15 to save" and, beside it, what is not: "1 you have already, 2 cut off". */
export function overview(links: readonly Understood[], size: number): { readonly main: string; readonly beside: string } {
  const here = links.filter((link) => link.already !== null && link.already.place !== 'trash').length
  const cut = links.filter((link) => link.failure?.code === 'link.cut').length
  const inner = links.filter((link) => link.private && link.failure === null && link.already === null).length
  const other = links.filter((link) => link.failure !== null && link.failure.code !== 'link.cut').length
  const beside = [
    here > 0 ? `${here} you have already` : '',
    inner > 0 ? `${inner} in your own network` : '',
    cut > 0 ? `${cut} cut off` : '',
    other > 0 ? `${other} cannot be saved` : '',
  ].filter((part) => part !== '')
  return { main: size === 0 ? 'Nothing to save' : `${size} to save`, beside: beside.join(', ') }
}
