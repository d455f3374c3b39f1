// The one spelling of a tag: whatever is typed, imported or asked for becomes this before it is kept or compared.

/** Longer than any tag a reader means; a pasted sentence is cut at it. In letters, counted as UTF-16 units. */
export const longestTag = 100

/**
 * A tag as it is kept: NFC, trimmed, without a leading `#`, small letters, white space and control characters as single hyphens, without
 * commas (lists of tags are typed with them) and quotes (they hold a tag together in a query). null: nothing is left to be a name.
 * Idempotent.
 */
export function tagName(typed: string): string | null {
  const plain = typed
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/["“”„‟«»,，、]+/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, '-')
    .replace(/-{2,}/g, '-')
  return cut(plain.replace(/^[#-]+/, '')).replace(/-+$/, '') || null
}

/** Never through the middle of a letter that takes two units. */
function cut(name: string): string {
  if (name.length <= longestTag) return name
  const short = name.slice(0, longestTag)
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short
}

/** Several names in their one spelling, each once, in alphabetical order. */
export function tagNames(typed: readonly string[]): readonly string[] {
  return [...new Set(typed.flatMap((tag) => tagName(tag) ?? []))].sort()
}
