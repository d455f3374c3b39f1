// Durations and dates as services write them.
import { readSeconds } from '../../shared/address/start-time.ts'

const iso = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i

/** Seconds of an ISO 8601 duration (`PT46M50S`), a clock (`46:50`) or a number of seconds; null for anything else, zero included. */
export function readDuration(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 && value < 10_000_000 ? value : null
  if (typeof value !== 'string') return null
  const text = value.trim()
  const parts = iso.exec(text)
  if (parts && text.length > 2) {
    const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = parts
    return readDuration(Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
  }
  if (/^\d+\.\d+$/.test(text)) return readDuration(Number(text))
  return readSeconds(text) || null
}

/** The day, or the month or year where no more is known, as `YYYY-MM-DD`; numbers are seconds since 1970. Null for anything else. */
export function readDate(value: unknown): string | null {
  if (typeof value === 'number') {
    return Number.isFinite(value) && value > 0 && value < 32_503_680_000 ? new Date(value * 1000).toISOString().slice(0, 10) : null
  }
  if (typeof value !== 'string') return null
  const parts = /^\s*((?:19|20)\d{2})(?:-?(\d{2})(?:-?(\d{2}))?)?(?!\d)/.exec(value)
  if (!parts) return null
  const [, year = '', month, day] = parts
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return year
  if (day === undefined || !isDay(year, month, day)) return `${year}-${month}`
  return `${year}-${month}-${day}`
}

function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(8, 10) === day
}
