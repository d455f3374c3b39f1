// A title that stands in a sentence with nothing but its capitals to tell it: "Ted Nelson's Computers for Cynics probably …".

const small = /^(?:of|the|for|and|in|a|an|to|on|with|vs\.?|from|your|not|at|by|as|or|is|&)$/
const skip =
  /^(?:I|I'm|I've|I'd|The|A|An|This|These|That|It|Its|It's|In|On|At|My|If|But|And|So|For|Also|See|There|Here|We|You|They|He|She|As|Another|One|Some|When|While|After|Before|Anything|Everything|Something|By)$/

/** `Video by Somebody`: whose it is, and no name for it. */
const credit = /^(?:great |good |nice |an? |the )?(?:video|talk|paper|article|post|blog ?post|book|course|music|photo|animation)s?\s+by\s/i

export type Run = { readonly title: string; readonly by: string | null }

/** The longest run of capitalised words, small words between them, that is long enough to be no name; null when there is none. */
export function titleRun(sentence: string): Run | null {
  let best: { title: string; by: string | null; capitals: number } | null = null
  let run: string[] = []
  let by: string | null = null
  /** `'A Title of Words'`: its last sign makes nobody its owner. */
  let isQuoted = false
  /** `from Systems We Love`: where something was, or whose it is. */
  let isPlace = false
  const close = (): void => {
    while (run.length > 0 && !isCapital(run.at(-1) ?? '')) run.pop()
    if (run[0] !== undefined && skip.test(run[0]) && run[0] !== 'The' && run[0] !== 'A') run.shift()
    // "40 Million Ropes": a number right before a capital is the title's.
    while (run.length > 0 && !isCapital(run[0] ?? '') && !(/^\d{2,4}$/.test(run[0] ?? '') && isCapital(run[1] ?? ''))) run.shift()
    const capitals = run.filter(isCapital).length
    // `David A. Wheeler`: an initial between two names is nobody's title.
    const isPerson = run.length === 3 && /^\p{Lu}\.?$/u.test(run[1] ?? '')
    const isCredit = credit.test(run.join(' '))
    const enough = isPerson || isCredit ? false : by === null ? capitals >= 3 : capitals >= 2
    if (enough && !isPlace && capitals > (best?.capitals ?? 0)) best = { title: bare(run.join(' ')), by, capitals }
    run = []
    by = null
    isQuoted = false
    isPlace = false
  }
  for (const token of sentence.split(/\s+/)) {
    const word = token.replace(/^[("'“‘[]+/, '')
    const own = word.replace(/[)"”,.;:!?\]]+$/, '')
    const plain = word.replace(/[)"'”’,.;:!?\]]+$/, '')
    const opens =
      isCapital(plain) || (run.length === 0 && /^\d{2,4}$/.test(plain)) || (run.length > 0 && (small.test(plain) || /^\d+$/.test(plain)))
    if (!opens) {
      close()
      isPlace = /^(?:from|at|by|via)$/i.test(plain)
      continue
    }
    isQuoted ||= /^['‘]/.test(token)
    if ((/['’]s$/.test(own) || (/s['’]$/.test(own) && !isQuoted)) && run.length < 4 && isCapital(plain)) {
      const name = [...run, plain.replace(/['’]s$/, '')].join(' ')
      run = []
      by = name
      continue
    }
    run.push(plain)
    if (/[,;:!?.)\]]$/.test(word) && !/^[A-Z]\.$/.test(word)) close()
  }
  close()
  const found = best as { title: string; by: string | null } | null
  return found === null ? null : { title: found.title, by: found.by }
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}]/u.test(word)
}

function bare(words: string): string {
  return words.replace(/^[\s("'“]+|[\s)"'”,.;:]+$/g, '')
}
