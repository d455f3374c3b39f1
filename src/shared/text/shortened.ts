// A text of at most so many signs, with an ellipsis where it was cut: never inside a surrogate pair. Pure.

/** `most` counts UTF-16 units, the ellipsis among them. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
