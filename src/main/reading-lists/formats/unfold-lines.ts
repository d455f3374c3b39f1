// What mail and terminals did to lines, taken back before a plain text is read: flowed lines, addresses broken over two lines, quoted
// headers, signatures.

/** The start of a line that quotes: `> `, `> > `, `| ` is left, since tables are drawn with it. */
const quote = /^[ \t]*(?:>[ \t]?)+/
/** A bar drawn beside the words of a thread; a row of a table has another at its end or in its middle. */
const bar = /^[ \t]*\|(?:[ \t](?!.*\|)|$)/
/** A line that ends in an address may go on with the rest of it when it came near the width lines are broken at. */
const brokenFrom = 56

export type Line = { readonly text: string; readonly quoted: boolean }

/** The lines of a text, unquoted, with what was broken by width put together again. `flowed` follows RFC 3676: a line that ends in a space goes on. */
export function unfoldLines(text: string, flowed: boolean): readonly Line[] {
  const lines: { text: string; quoted: boolean }[] = []
  const raws = text.split('\n')
  const isBarred = raws.filter((raw) => bar.test(raw)).length * 2 > raws.filter((raw) => raw.trim() !== '').length
  for (const ruled of raws) {
    const raw = isBarred ? ruled.replace(bar, '') : ruled
    const prefix = quote.exec(raw)?.[0] ?? ''
    const line = { text: raw.slice(prefix.length), quoted: prefix !== '' }
    const before = lines.at(-1)
    if (before && before.quoted === line.quoted && line.text.trim() !== '') {
      const bracket = openBracket(before.text)
      const flows = flowed && before.text.endsWith(' ') && before.text !== '-- ' && before.text.trim() !== '' && !/^\s/.test(line.text)
      if (bracket || goesOn(before.text, line.text)) {
        before.text = before.text.trimEnd() + line.text.trimStart()
        continue
      }
      if (flows) {
        before.text += line.text
        continue
      }
    }
    lines.push(line)
  }
  return lines
}

/** `<https://…` without its end. */
function openBracket(line: string): boolean {
  const tail = line.slice(-400)
  return /<(?:URL:)?https?:\/\/[^\s<>]{8,}$/i.test(tail.trimEnd())
}

/** True when the line ends inside an address and the next one is nothing but the rest of it. */
function goesOn(line: string, next: string): boolean {
  if (line.length < brokenFrom || line.length > 400) return false
  const address = /https?:\/\/\S+$/i.exec(line)?.[0]
  if (!address) return false
  const rest = /^\s{0,8}([\w%~./?=&#+:,;@!$-]{2,200})(?:[)>\].,]{0,2}\s*)$/.exec(next)?.[1]
  if (!rest || /^https?:|^[-*+]$|^\d{1,3}[.)]$/i.test(rest)) return false
  // Broken where addresses break; a word alone on the next line is a word.
  const breaks = /[/\-_=&?%.#+]$/.test(address)
  const looksLikeRest = /[/\-_=&?%.#\d]/.test(rest)
  return (breaks && looksLikeRest) || (line.length >= 70 && /^[\w%~-]*[/\-_=&?%#]/.test(rest))
}

/** True when a text says so, or most of its full lines end in a single space. */
export function isFlowed(text: string): boolean {
  if (/format="?flowed/i.test(text.slice(0, 5_000))) return true
  const full = text.split('\n', 2_000).filter((line) => line.length > 55)
  return full.length >= 3 && full.filter((line) => /\S $/.test(line)).length / full.length > 0.6
}
