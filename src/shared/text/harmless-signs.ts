// Other people's words without the signs that are no letters: controls and escapes, which a terminal obeys, and marks of direction and
// zero-width signs, which make a line show as something else. The joiners of Persian, Indic scripts and emoji stay. Pure.

const orders = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** The same text, tabs and line feeds kept; a carriage return ends a line as a line feed does. */
export function harmlessText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(orders, '')
}

/** The same words on one line. */
export function harmlessLine(text: string): string {
  return harmlessText(text).replace(/\s+/g, ' ').trim()
}
