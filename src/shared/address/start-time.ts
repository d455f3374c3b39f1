// Start and end times: read from an address or a word, taken out of an address, shown to people. Pure.
import { keepParameters } from './parameters.ts'

/** A week: a larger number in `t=` is a time stamp against caches, not a moment of a recording. */
const maxSeconds = 7 * 24 * 3600

const startNames: ReadonlySet<string> = new Set(['t', 'start', 'time_continue', 'at'])
const endNames: ReadonlySet<string> = new Set(['end', 'stop'])

/**
 * Seconds (whole, rounded down) of `98`, `98s`, `1h2m3s`, `34m5s`, `1m30`, `34:05`, `1:02:03`, `npt:10.5`; null when it is none of
 * these or longer than a week. Source: the forms YouTube, Vimeo, PeerTube and media fragments (W3C Media Fragments URI) write.
 */
export function readSeconds(text: string): number | null {
  const word = text.trim().toLowerCase().replace(/^npt:/, '')
  const plain = /^(\d{1,9})(?:\.\d*)?s?$/.exec(word)
  if (plain) return within(Number(plain[1]))
  const units = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s)?$/.exec(word) ?? /^()(\d{1,6})m(\d{1,2})$/.exec(word)
  if (units && word !== '') return within(seconds(units[1], units[2], units[3]))
  const clock = /^(?:(\d{1,3}):)?(\d{1,5}):(\d{2})(?:\.\d*)?$/.exec(word)
  return clock ? within(seconds(clock[1], clock[2], clock[3])) : null
}

/** `#t44m55s`, as YouTube once wrote it. */
const oldMoment = /^#t((?:\d{1,3}h)?(?:\d{1,4}m)?(?:\d{1,6}s)?)(?<=[hms])$/

/** Where in the recording an address points: from `t=`, `start=`, `#t=10,20` and their like. A start of 0 is no start: null. */
export function timesOf(url: URL): { readonly startSeconds: number | null; readonly endSeconds: number | null } {
  let start: number | null = null
  let end: number | null = null
  const old = oldMoment.exec(url.hash)?.[1]
  if (old !== undefined) start = readSeconds(old)
  for (const [name, value] of [...pairs(url.search.slice(1)), ...pairs(url.hash.slice(1))]) {
    if (startNames.has(name)) {
      const [from = '', to = ''] = value.split(',')
      start ??= readSeconds(from)
      end ??= readSeconds(to)
    }
    if (endNames.has(name)) end ??= readSeconds(value)
  }
  return { startSeconds: start || null, endSeconds: end || null }
}

/** The same address with its start and end time taken out and nothing else changed. Only for addresses of recordings: elsewhere `t` may mean anything. */
export function withoutTimes(address: string): string {
  const url = new URL(address)
  const stays = (name: string, value: string) => !isTime(name, value)
  const search = keepParameters(url.search.slice(1), stays)
  const hash = oldMoment.test(url.hash) ? '' : keepParameters(url.hash.slice(1), stays)
  if (search !== url.search.slice(1)) url.search = search
  if (hash !== url.hash.slice(1)) url.hash = hash
  return url.href
}

/** `34:05`, `1:02:03`, `0:05`. Input in seconds. */
export function showSeconds(total: number): string {
  const whole = Math.max(0, Math.floor(total))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

function isTime(name: string, value: string): boolean {
  if (endNames.has(name)) return readSeconds(value) !== null
  if (!startNames.has(name)) return false
  const [from = '', to = ''] = value.split(',')
  return readSeconds(from) !== null || (from === '' && readSeconds(to) !== null)
}

function pairs(query: string): (readonly [string, string])[] {
  return [...new URLSearchParams(query)]
}

function seconds(hours = '', minutes = '', rest = ''): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
}

function within(value: number): number | null {
  return value <= maxSeconds ? value : null
}
