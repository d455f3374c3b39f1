// What Add makes of the links it understood: which are ticked, what saving them means, and the words over the list. Pure.
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemId } from '../../shared/item.ts'
import { newWords, sumWords } from './sum-words.ts'

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

/** The sum over the links, files beside them counted in: "15 to save" and, beside it, what they are and what is not ticked. */
export function overview(
  lines: readonly { readonly link: Understood; readonly ticked: boolean }[],
  files: number,
): ReturnType<typeof sumWords> {
  const here = ({ already }: Understood) => already !== null && already.place !== 'trash'
  const cut = ({ failure }: Understood) => failure?.code === 'link.cut'
  const inner = (link: Understood) => link.private && link.failure === null && !here(link)
  const counted = (ticked: boolean, fits: (link: Understood) => boolean) =>
    lines.filter((line) => line.ticked === ticked && fits(line.link)).length
  const newer = counted(true, here)
  return sumWords(
    [
      [counted(true, (link) => !here(link)), newWords],
      [newer, newer === 1 ? 'newer copy' : 'newer copies'],
      [files, files === 1 ? 'file' : 'files'],
    ],
    [
      [counted(false, here), 'you have already'],
      [counted(false, inner), 'in your own network'],
      [counted(false, cut), 'cut off'],
      [counted(false, (link) => link.failure !== null && !cut(link)), 'cannot be saved'],
      [counted(false, (link) => link.failure === null && !here(link) && !inner(link)), 'left out'],
    ],
  )
}
