// Which part of a body an answer brings, and by what the rest of it can be asked for later (RFC 9110, 13.1.5 and 14.4).

type Headers = Readonly<Record<string, string>>

/** Where the body of an answer begins, in bytes: 0 but for the end of something of which one has the beginning; null: a part that is of no use. */
export function bodyStart(status: number, headers: Headers, held: number): number | null {
  if (status !== 206) return 0
  const [, first, last, whole] = /^bytes\s+(\d+)-(\d+)\/(\d+)$/i.exec(headers['content-range'] ?? '') ?? []
  // A range that is the whole is taken for the whole.
  const useful = Number(first) === 0 || Number(first) === held
  return useful && whole !== undefined && Number(last) + 1 === Number(whole) ? Number(first) : null
}

/** What `If-Range` may be given: a strong ETag, or a date the file was older than by a minute when it was sent; null: it may change unseen. */
export function validatorOf(headers: Headers): string | null {
  const { etag, date, 'last-modified': modified } = headers
  if (etag !== undefined) return /^"[^"]*"$/.test(etag) ? etag : null
  if (modified === undefined || date === undefined) return null
  return Date.parse(date) - Date.parse(modified) >= 60_000 ? modified : null
}

/** The headers that ask for the end of what one has the beginning of; nothing held: none. */
export function headersForRest(held: { readonly bytes: number; readonly validator: string } | null): Headers {
  return held === null || held.bytes === 0 ? {} : { range: `bytes=${held.bytes}-`, 'if-range': held.validator }
}
