// Edits the raw text of a query: what stays keeps its spelling and its order to the byte. Which go is for tracking-rules.ts and start-time.ts.

/**
 * The query (without its `?` or `#`) less the parameters that `keep` refuses. `keep` is given names and values decoded; what it
 * keeps is not re-encoded, since some servers take `+` and `%20`, or `a` and `a=`, for different things.
 */
export function keepParameters(query: string, keep: (name: string, value: string) => boolean): string {
  if (query === '') return query
  const parts = query.split('&')
  const kept = parts.filter((part) => {
    const [pair] = new URLSearchParams(part)
    return pair === undefined || keep(pair[0], pair[1])
  })
  return kept.length === parts.length ? query : kept.filter((part) => part !== '').join('&')
}
