// What Add makes of the links it understood: which are ticked, what saving them means, and the words over the list. Pure.
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemId } from '../../shared/item.ts'

export type Understood = OutputOf<'item.preview'>['links'][number]

/**
 * Whether a link is ticked before anybody touched it. What is here already is not fetched again unasked; what lies in the trash
 * comes back. An address inside the private network is ticked only when it is the one thing somebody typed: a pasted comment
 * must not make Carrel knock at doors behind the router.
 */
export function tickedAtFirst(link: Understood, sole: boolean): boolean {
  if (link.failure !== null) return false
  if (link.already !== null && link.already.place !== 'trash') return false
  return !link.private || sole
}

/** True when the text is nothing but this link. */
export function isSole(text: string, links: readonly Understood[]): boolean {
  return links.length === 1 && text.trim() === links[0]?.link.trim()
}

export type SavePlan = {
  /** Two calls, because "the reader means this private address" is said of a whole call. */
  readonly links: readonly string[]
  readonly privateLinks: readonly string[]
  /** Here already, and a newer copy is wanted. */
  readonly refresh: readonly ItemId[]
}

export function planOf(ticked: readonly Understood[]): SavePlan {
  const fetchable = ticked.filter((link) => link.failure === null)
  const here = (link: Understood) => link.already !== null && link.already.place !== 'trash'
  const anew = fetchable.filter((link) => !here(link))
  return {
    links: anew.filter((link) => !link.private).map((link) => link.link),
    privateLinks: anew.filter((link) => link.private).map((link) => link.link),
    refresh: fetchable.filter(here).flatMap((link) => (link.already === null ? [] : [link.already.id])),
  }
}

export function planSize(plan: SavePlan): number {
  return plan.links.length + plan.privateLinks.length + plan.refresh.length
}

/** "15 to save" and, beside it, what is not: "1 you have already, 2 cut off". */
export function overview(links: readonly Understood[], plan: SavePlan): { readonly main: string; readonly beside: string } {
  const size = planSize(plan)
  const here = links.filter((link) => link.already !== null && link.already.place !== 'trash').length
  const cut = links.filter((link) => link.failure?.code === 'link.cut').length
  const other = links.filter((link) => link.failure !== null && link.failure.code !== 'link.cut').length
  const beside = [
    here > 0 ? `${here} you have already` : '',
    cut > 0 ? `${cut} cut off` : '',
    other > 0 ? `${other} cannot be saved` : '',
  ].filter((part) => part !== '')
  return { main: size === 0 ? 'Nothing to save' : `${size} to save`, beside: beside.join(', ') }
}
