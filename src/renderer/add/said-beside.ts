// What is said of a thing beside its title: nothing when the words are the title and no more, as in a line that only names it. Pure.

/** Null: there is nothing to say. Quotation marks, case and the stop at the end make no difference. */
export function saidBeside(title: string, recommendation: string | null): string | null {
  const words = recommendation?.trim() ?? ''
  return bare(words) === '' || bare(words) === bare(title) ? null : words
}

function bare(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{Pi}\p{Pf}"'*_>-]+|[\s\p{Pi}\p{Pf}"'*_.,;:!…]+$/gu, '')
    .toLowerCase()
}
