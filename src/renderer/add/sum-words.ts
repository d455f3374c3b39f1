// The sum over Add's preview: as many as the button saves, what they are, and what stays behind. Every row is counted once. Pure.

/** How many of a kind, and the kind in words: [2, 'to find']. */
export type Counted = readonly [n: number, words: string]

/**
 * "6 to save" and, beside it, "4 you have already, 2 to find. Not ticked: 1 in your own network." `ticked` add up to the first number; when all
 * of them are new it says enough by itself.
 */
export function sumWords(ticked: readonly Counted[], left: readonly Counted[]): { readonly main: string; readonly beside: string } {
  const size = ticked.reduce((sum, [n]) => sum + n, 0)
  const some = ticked.filter(([n]) => n > 0)
  const kinds = some.length === 1 && some[0]?.[1] === newWords ? '' : listed(some)
  const behind = listed(left)
  const sentences = [...(kinds === '' ? [] : [kinds]), ...(behind === '' ? [] : [`Not ticked: ${behind}`])]
  return {
    main: size === 0 ? 'Nothing to save' : `${size} to save`,
    beside: sentences.length === 2 ? sentences.map((one) => `${one}.`).join(' ') : sentences.join(''),
  }
}

/** What is not here and has a link. */
export const newWords = 'new'

function listed(counted: readonly Counted[]): string {
  return counted.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : [])).join(', ')
}
