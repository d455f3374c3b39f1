// What org keeps beside a heading and not in the text: the state of a task, dates, and the drawer of its properties.
const property = /^\s*:([\w-]+):\s+(\S.*?)\s*$/
const planned = /^\s*(?:(?:CLOSED|SCHEDULED|DEADLINE):\s*[[<][^\]>\n]*[\]>]\s*)+$/

/** The address and the author that the drawer of the heading at `at` gives; null when it has no drawer. */
export function drawerBelow(
  lines: readonly string[],
  at: number,
): { readonly address: string | null; readonly author: string | null } | null {
  let below = at + 1
  while (planned.test(lines[below] ?? '')) below += 1
  if (!/^\s*:PROPERTIES:\s*$/i.test(lines[below] ?? '')) return null
  let address: string | null = null
  let author: string | null = null
  for (below += 1; below < lines.length && !/^\s*:END:\s*$/i.test(lines[below] ?? ''); below += 1) {
    const [, name = '', value = ''] = property.exec(lines[below] ?? '') ?? []
    address ??= /^\[?\[?(https?:\/\/[^\s\]]+)/i.exec(value)?.[1] ?? null
    if (/^(?:authors?|by|speakers?)$/i.test(name)) author = value
  }
  return { address, author }
}

/** True for a line that only says when a task was planned or done. */
export function isPlanning(line: string): boolean {
  return planned.test(line)
}

/** The words a text sets as states of its tasks (`#+TODO: READING NEXT | READ`), besides those everybody uses. */
export function taskStates(text: string): ReadonlySet<string> {
  const own = [...text.matchAll(/^\s*#\+(?:TODO|SEQ_TODO|TYP_TODO):\s*(.+)$/gim)].flatMap(([, words = '']) =>
    words.replace(/\([^()]*\)/g, '').split(/[\s|]+/),
  )
  return new Set(['TODO', 'DONE', 'NEXT', 'WAITING', 'CANCELLED', 'CANCELED', ...own.filter((word) => /^\p{Lu}[\p{Lu}\d_-]+$/u.test(word))])
}
