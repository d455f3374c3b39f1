// Numbers as people read them: counts, bytes, times, dates. Pure; the language is the interface's, English. Written out here, because the
// first use of Intl in a window costs its first rows some 15 ms.

/** 1204 becomes "1,204". Whole numbers. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** "1 picture", "3 pictures". */
export function amount(n: number, one: string, many: string): string {
  return `${count(n)} ${n === 1 ? one : many}`
}

/** Bytes in decimal units, as file managers on two of three systems say them: "1.4 MB". */
export function bytes(n: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let value = n
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const shown = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10
  return `${shown} ${units[unit] ?? ''}`
}

/** Whole minutes as "23 min", "1 h 46 min"; 0 when no length is known: "". */
export function minutesWords(minutes: number): string {
  if (minutes <= 0) return ''
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** ms since 1970 as "22 November, 15:58", with the year when it is not `now`'s. */
export function dayAndTime(at: number, now: number): string {
  const date = new Date(at)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  const time = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
  return `${date.getDate()} ${months[date.getMonth()]}${sameYear ? '' : ` ${date.getFullYear()}`}, ${time}`
}

/** A page's own date ("2025-03-09T…") as "9 March 2025"; null when it is no date. */
export function pageDate(text: string | null): string | null {
  if (text === null) return null
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) return null
  // A bare day is a day everywhere: read as UTC and shown as UTC, it does not slip by a time zone.
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
    : `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`
}
