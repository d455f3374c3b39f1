// Who wrote or spoke something, as the words beside it say: "by …", "…'s talk", "… - Rich Hickey".

const part = String.raw`\p{Lu}[\p{L}.'’-]{0,30}`
const particle = `(?:de|da|del|di|van|von|der|den|la|le|el|al|bin|ter|dos)`
/** What begins a sentence with a capital letter before somebody's name: "Try Ida Example's series". */
const opening = String.raw`(?!(?:Try|See|Read|Watch|Check|Enjoy|Consider|And|But|Or|Then|Also|Next|First|Finally|Perhaps|Maybe|Plus)\s)`
/** Two who share a name: `Ada and Bo Example`. */
const shared = String.raw`${opening}${part}\s+(?:and|&)\s+${part}\s+${part}`
/** One name: capitalised words with particles between them, or a handle. */
export const nameSource = String.raw`(?:@[A-Za-z][\w.-]{1,30}|${shared}|(?:Dr\.?\s+|Prof\.?\s+)?${opening}${part}(?:\s+(?:${particle}\s+){0,2}${part}){0,3})`
const many = String.raw`${nameSource}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s*&\s*)${nameSource}){0,4}`
const byForm = new RegExp(
  String.raw`(?:\bby|^\s*By|written by|given by|presented by|made by|hosted by|authors?:|speakers?:)\s+[*_\x60"“]*(${many})`,
  'u',
)
const endForm = new RegExp(String.raw`^[\s"”*_)\]]*(?:[-–—,·|]|by|\()\s*[*_]*(${many})[*_]*\s*(?:[).,;:|([·–—-]|$)`, 'u')
const possessive = new RegExp(String.raw`(${nameSource})(?:'s|’s)\s`, 'gu')
const ofForm = new RegExp(
  String.raw`\b(?:talk|video|keynote|lecture|presentation|interview|course|book|paper|post|article|series|essay)s?\s+(?:by|from|with|of)\s+(${many})`,
  'u',
)
const nounForm = new RegExp(
  String.raw`\b(?:this|the|a|an|great|excellent|good|classic)\s+(${part}(?:\s+${part}){1,2})\s+(?:talk|video|keynote|lecture|presentation|interview|course|book|paper|post|article|series|essay)`,
  'u',
)
const endsLine = new RegExp(String.raw`^[^\n]{0,20}\bby\s+(?:${part}\s+(?:${particle}\s+){0,2}${part}|@[\w.-]+)[^\n]{0,80}(?=\n)`, 'u')
/** Capitalised, and nobody's name. */
const notNames =
  /\b(?:University|Institute|College|Press|Conference|Conf|Inc|School|Foundation|Journal)\b|^(?:Dr|Prof|How\s.*|The|This|That|These|Those|It|A|An|I|He|She|They|We|You|Part|Chapter|Video|Audio|Slides?|PDF|Free|Online|Google|Python|Rust|JavaScript|Java|Linux|Let|What|Who|Here|There|One|World|Today|Everyone|Someone)$/u

/** A name without the sentence that follows it: `Ada Example. Her …`. */
export function endOfName(words: string): string {
  return words.replace(/(?<=\p{Ll}{2})\.(?:\s.*)?$/su, '')
}

/** The name in the words before, in and after a link; null when they give none. Words are of one line or sentence. */
export function nameNear(lead: string, own: string, trail: string): string | null {
  const unquoted = (words: string): string => words.replace(/"[^"\n]{0,200}"|“[^”\n]{0,200}”/g, ' ')
  const before = unquoted(lead)
  // Behind the next quotation mark another thing is spoken of.
  const whole = trail.slice(0, 160).split(/(?<=.{3})["“]/su, 1)[0] ?? ''
  // A whole name at the end of a line ends there.
  const near = endsLine.exec(whole)?.[0] ?? whole
  const sentence = near.split(/(?<=[\p{Ll})])(?<!\b(?:Dr|Prof|Mr|Mrs|Ms|St))[.!?]\s/u, 1)[0] ?? ''
  const found =
    byForm.exec(sentence)?.[1] ??
    byForm.exec(own)?.[1] ??
    ofForm.exec(before)?.[1] ??
    endForm.exec(near.slice(0, 80))?.[1] ??
    nounForm.exec(before)?.[1] ??
    [...before.slice(-200).matchAll(possessive)].at(-1)?.[1] ??
    byForm.exec(before.slice(-120))?.[1]
  const name = found
    ?.replace(/[\s.,]+$/, '')
    .replace(/(\s\p{Lu})$/u, '$1.')
    .trim()
  return !name ||
    notNames.test(name) ||
    /['’]s$/.test(name) ||
    (endForm.test(near) && name === found && !/\s|@/.test(name) && !byForm.test(sentence))
    ? null
    : name
}

const owner = new RegExp(String.raw`^\W*(${many})(?:'s|’s|s['’])\s+(?:[\p{L}\d'’-]+\s+){0,4}?(?:[\p{L}\d'’-]+:?\s*)?["“‘*_]*$`, 'u')

const wholeNames = String.raw`${part}(?:\s+(?:${particle}\s+){0,2}${part}){1,3}`
const maker = new RegExp(
  String.raw`^\W*(${wholeNames}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s*[&/]\s*)${wholeNames}){0,4})\s*[,:–—-]\s*["“‘*_]*$`,
  'u',
)

/** `Ada Example's [A Title](…)`, `Ada Example's keynote: [A Title](…)`, `Ada Example, [A Title](…)`: whose an entry's thing is, by the words in front of it. */
export function ownerBefore(words: string): string | null {
  const name = owner.exec(words)?.[1] ?? maker.exec(words)?.[1]
  return name === undefined || notNames.test(name) ? null : name
}

/** The people named in a text that tells of a talk: "given by …", a name in quotation marks, "…'s". */
export function speakerIn(text: string): string | null {
  const given = new RegExp(String.raw`\b(?:given|presented|delivered|held|hosted|written)\s+by\s+(${many})`, 'u').exec(text)?.[1]
  const quoted = new RegExp(`["“](${nameSource})["”]`, 'u').exec(text)?.[1]
  const by = new RegExp(
    String.raw`\b(?:talk|lecture|keynote|presentation|video|book|paper|article|essay)\s+(?:is\s+)?by\s+(${many})`,
    'u',
  ).exec(text)?.[1]
  const name = given ?? by ?? quoted ?? [...text.matchAll(possessive)].map((match) => match[1] ?? '').find((one) => /\s/.test(one))
  return name?.replace(/[\s.,]+$/, '') ?? null
}
