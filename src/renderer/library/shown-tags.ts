// Which of the library's tags the rail shows: thousands of entries would stop the window, and nobody reads them. Pure.

export type CountedTag = { readonly tag: string; readonly items: number }

/** So many stand there before anything is asked. */
export const tagsAtFirst = 12
const shownAtMost = 300

/**
 * The most used that fit, in the order of the alphabet; `more` is how many fit besides.
 * @param asked what is typed to find them; null: only the few that stand there at first, and the one that is shown
 */
export function shownTags(
  tags: readonly CountedTag[],
  asked: { readonly typed: string } | null,
  isHere: (tag: string) => boolean,
): { readonly shown: readonly CountedTag[]; readonly more: number } {
  const typed = asked?.typed.trim().toLowerCase().replace(/^#/, '') ?? ''
  const fit = tags.filter(({ tag }) => tag.includes(typed)).sort((a, b) => b.items - a.items || order(a, b))
  const most = asked === null ? tagsAtFirst : shownAtMost
  const shown = fit.filter(({ tag }, at) => at < most || (typed === '' && isHere(tag)))
  return { shown: shown.sort(order), more: fit.length - shown.length }
}

/** Made when the first tags are here: it costs milliseconds that the first rows do not have. */
let collator: Intl.Collator | undefined
function order(a: CountedTag, b: CountedTag): number {
  collator ??= new Intl.Collator()
  return collator.compare(a.tag, b.tag)
}
