// Words of a page or a person as Markdown that shows just these words: no mark, no link, and above all no element, which Markdown lets through
// to whoever shows it. Pure.

/** One line; what would mean something is escaped. An underscore inside a word means nothing. */
export function markdownLine(line: string): string {
  return withoutElements(line.replace(/[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&'))
    .replace(/^(#{1,6}(?=\s|$)|[-+>](?=\s|$)|>|~{3,}|={2,}$|-{2,}$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

/** A text that is Markdown in all but this: what looks like a tag or an entity is shown as it stands. */
export function withoutElements(text: string): string {
  return text.replace(/<|&(?=#?[a-z0-9]{1,40};)/gi, '\\$&')
}

/** Backticks, `least` of them or more, that no run of them in the code can end. */
export function codeFence(code: string, least: number): string {
  let longest = least - 1
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return '`'.repeat(longest + 1)
}

/** An address as the target of a link or a picture. */
export function markdownTarget(url: string): string {
  return /[()<>\s]/.test(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : url
}
