// Start times and lengths of recordings as people write them beside a link. Those in the address itself are shared/address/start-time.ts.
import { readSeconds } from '../../../shared/address/start-time.ts'

const clock = String.raw`(\d{1,2}:\d{2}(?::\d{2})?)`
const units = String.raw`(\d{1,2}h\d{1,2}(?:m(?:\d{1,2}s?)?)?\b|\d{1,3}m\d{1,2}s?\b|(?:\d{1,2}\s?(?:hours?|hrs?|h)\b,?\s?)?(?:\d{1,3}\s?(?:minutes?|mins?|m)\b\s?)?(?:\d{1,2}\s?(?:seconds?|secs?|s)\b)?)`
/** "From … on" in languages that lists are often written in. */
const abroad = String.raw`(?:ab|von|desde(?:\s+(?:el|la|o))?|a partir (?:de|do|da)|à partir de|à|vanaf|dal?|с|от|начиная с)\s+(?:minut[eoa]?n?|минуты)?\s*`
const starts = `(?:start(?:s|ing|ed)?|begin(?:s|ning)?|skip|jump|go|fast[- ]forward|seek|talk starts|watch|interesting (?:part|bit)|(?:good|best|relevant) (?:part|bit|stuff)|demo|time ?stamp|ts?=|@)`
type StartForm = { readonly pattern: RegExp; readonly seconds: (words: string) => number | null }
const startForms: readonly StartForm[] = [
  {
    pattern: new RegExp(String.raw`\b${starts}[\s,:]*(?:(?:at|from|to|around|about|ahead to|in at|@|~)\s*)*(?:the\s+)?~?${clock}`, 'i'),
    seconds: readSeconds,
  },
  {
    pattern: new RegExp(String.raw`(?:^|[\s(\[])(?:@|at|from|around)\s*~?${clock}(?!\s*(?:[ap]\.?m\b|UTC|GMT|[A-Z]{3}T))`, 'i'),
    seconds: readSeconds,
  },
  {
    pattern: new RegExp(
      String.raw`\b${starts}[\s,:]*(?:(?:at|from|to|around|about|in at|@|~)\s*)+(?:the\s+)?(?=\d)${units}(?:\s*mark)?`,
      'i',
    ),
    seconds: unitSeconds,
  },
  { pattern: new RegExp(String.raw`(?:^|[\s(\[])@\s*~?(?=\d)${units}`, 'i'), seconds: unitSeconds },
  // "34 minutes in", "(34m05s in)", "(12:30 onwards)"
  { pattern: new RegExp(String.raw`(?:^|[\s(\[])~?(?=\d)${units}\s+in\b(?!\s+\p{L})`, 'iu'), seconds: unitSeconds },
  { pattern: new RegExp(String.raw`[\[(]${clock}\s*(?:onwards?|on\b|\+)`, 'i'), seconds: readSeconds },
  { pattern: new RegExp(String.raw`(?:^|[\s(\[–—-])${abroad}${clock}(?!\s*(?:uhr|h\b))`, 'iu'), seconds: readSeconds },
  {
    pattern:
      /(?:^|[\s([–—-])(?:ab|von|desde(?:\s+(?:el|la|o))?|a partir (?:de|do|da)|à partir de|à|vanaf|dal?)\s+(?:la\s+)?minut[eoa]?n?\s+(\d{1,3})\b/iu,
    seconds: (minutes) => Number(minutes) * 60,
  },
  // "start at minute 7", "from minute 12 on"
  {
    pattern: new RegExp(
      String.raw`(?:\b${starts}[\s,:]*(?:(?:at|from|to|around|about|in)\s+)*|(?:^|[\s(\[])(?:at|from|around)\s+)(?:the\s+)?min(?:ute)?\.?\s+(\d{1,3})\b(?!:)`,
      'i',
    ),
    seconds: (minutes) => Number(minutes) * 60,
  },
  {
    pattern:
      /(?:^|[\s([])(?:at|from|around|about)\s+(?:about\s+|around\s+)?(?:the\s+)?(\d{1,3})[- ](?:mins?|minutes?)\s+(?:mark|onwards?|in\b(?!\s+\p{L}))/iu,
    seconds: (minutes) => Number(minutes) * 60,
  },
]

/** Where the words say the recording should be started, in seconds; null when they do not. Times of day are not moments of a recording. */
export function startIn(words: string): number | null {
  for (const { pattern, seconds } of startForms) {
    const match = pattern.exec(words)?.[1]?.trim()
    const start = match ? seconds(match) : null
    if (start) return start
  }
  return null
}

/** A length: `[1:04:34]`, `(34:05)`, `54 min`, `1h 20m`, `1 hour 5 minutes`; in seconds. */
export function durationIn(words: string): number | null {
  const bare = words.trim()
  const bracketed = new RegExp(String.raw`[\[(]\s*(?:length|duration|runtime)?:?\s*${clock}\s*[\])]`, 'i').exec(words)?.[1]
  const alone = new RegExp(String.raw`^${clock}$|(?:^|[\s,|·–—-])${clock}\s*$`).exec(bare)
  const shown = bracketed ?? alone?.[1] ?? alone?.[2]
  if (shown) return readSeconds(shown)
  const spoken =
    /(?:^|[\s([,~|·–—-])((?:\d{1,2}\s?(?:h|hrs?|hours?)\b,?\s?)?\d{1,3}\s?(?:m|min|mins|minutes?)|\d{1,2}\s?(?:h|hrs?|hours?))\b(?!\s+(?:mark|read|into|in\b))/i.exec(
      words,
    )?.[1]
  return spoken ? unitSeconds(spoken) : null
}

/** The words of a lead that send one on in what follows: `Skip to 34:05 in https://…`, `At 34:05 here: https://…`. */
export function momentBefore(lead: string): string {
  return (
    /(?:^|[.!?\n]\s*)((?:skip|jump|go|start\w*|watch|at|from|around)\b[^.!?\n]{0,40}?\d{1,2}:\d{2}(?::\d{2})?[^.!?\n\d]{0,25})$/i.exec(
      lead,
    )?.[1] ?? ''
  )
}

function unitSeconds(words: string): number | null {
  const compact = readSeconds(words)
  if (compact !== null && /^\d+[hm]\d/.test(words)) return compact
  const part = (unit: string): number => Number(new RegExp(String.raw`(\d{1,3})\s?${unit}`, 'i').exec(words)?.[1] ?? 0)
  const total = part('h') * 3600 + part('m') * 60 + part('s')
  return total > 0 ? total : null
}
