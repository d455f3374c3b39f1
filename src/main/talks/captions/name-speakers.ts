// Who speaks, where a transcript says it in its words: "ADA: …", ">> Ada: …", "Speaker 2: …".

const label = /^(?:>{1,3}\s*)?\[?(\p{Lu}[\p{L}\p{M}\p{N}.'’_-]{0,40}(?:\s[\p{L}\p{M}\p{N}.'’()_-]{1,40}){0,4})\]?\s?:\s+(?=\S)/u
const arrows = /^>{2,3}\s*/
const role = /^(?:speaker|host|interviewer|interviewee|moderator|presenter|audience|audience member|narrator|q|a)(?:\s?\d{1,2})?$/i
/** Words that stand before a colon over and over and are nobody's name. */
const noName =
  /^(?:note|notes|example|examples|warning|tip|question|answer|so|but|and|ok|okay|update|source|summary|question \d+|step \d+|part \d+|chapter \d+)$/i

type Said = { readonly text: string; readonly speaker: string | null }

/**
 * The same lines with their speakers named. A label counts when it comes more than once, is written in capitals or names a role: "Remember:"
 * once in a talk is a word of it. Arrows without a name are another, nameless voice (`''`).
 */
export function nameSpeakers<S extends Said>(lines: readonly S[]): readonly S[] {
  const counts = new Map<string, number>()
  const labels = lines.map(({ text, speaker }) => (speaker === null ? (label.exec(text)?.[1] ?? null) : null))
  for (const name of labels) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  const isName = (name: string): boolean =>
    !noName.test(name) && ((counts.get(name) ?? 0) > 1 || role.test(name) || (name.length > 1 && name === name.toUpperCase()))
  return lines.map((line, at) => {
    const name = labels[at]
    if (name && isName(name)) return { ...line, speaker: name, text: line.text.replace(label, '') }
    if (line.speaker === null && arrows.test(line.text) && line.text.replace(arrows, '') !== '')
      return { ...line, speaker: '', text: line.text.replace(arrows, '') }
    return line
  })
}
