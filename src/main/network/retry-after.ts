// Reads a Retry-After header (RFC 9110, 10.2.3): seconds, or a date.

/** How long the server asks to be left alone, in milliseconds, or null when it does not say. Never negative. */
export function retryAfter(value: string | undefined, nowMs: number): number | null {
  const said = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1000
  // A bare number is read by Date.parse as a year, a negative one too; a date has letters.
  const at = /[a-z]/i.test(said) ? Date.parse(said) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}
