// Dates as somebody types them into a query: a year, a month, a day, in the time of this machine, as the lists show them.

const written = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/

/** From the first moment of `2024`, `2024-02` or `2024-02-01` until the first one behind it, ms since 1970; null when it is no date. */
export function queryPeriod(typed: string): { readonly from: number; readonly until: number } | null {
  const match = written.exec(typed)
  if (!match) return null
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? null : Number(part)))
  if (year === null || year === undefined || year < 1970) return null
  if (month === null || month === undefined) return { from: at(year, 0, 1), until: at(year + 1, 0, 1) }
  if (month < 1 || month > 12) return null
  if (day === null || day === undefined) return { from: at(year, month - 1, 1), until: at(year, month, 1) }
  // 2024-02-31 is no day, and Date would call it the second of March.
  if (day < 1 || new Date(year, month - 1, day).getDate() !== day) return null
  return { from: at(year, month - 1, day), until: at(year, month - 1, day + 1) }
}

function at(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime()
}
