// The words that tell a kind: at a link, behind it, in a title, in a heading. Languages other than English where lists often use them.
import type { ListKind } from '../../../shared/reading-list.ts'

type Words = readonly (readonly [ListKind, RegExp])[]

/** Tags and labels right at the link: `[video]`, `(paper)`, 📖, and the label a link has instead of a title. */
const tags: Words = [
  [
    'talk',
    /^(?:(?:the |full |lecture |conference |talk )?videos?|audio|podcast|talk|recording|screencast|keynote|lecture|presentation|youtube|vimeo|mp3|webinar|episode|watch.*|listen)$/i,
  ],
  ['series', /^(?:(?:youtube[- ])?playlist|blog series|talk series)$/i],
  ['paper', /^(?:paper|pdf paper|thesis|preprint|whitepaper|white paper)$/i],
  ['book', /^(?:e?-?book|book \((?:free|pdf)\)|textbook)$/i],
  ['article', /^(?:article|blog ?post|post|essay|tutorial|guide)$/i],
  ['repo', /^(?:repo|repository|github|code)$/i],
  ['other', /^(?:tv (?:series|shows?)|movies?|films?|documentary|tool|course|newsletter|website|site|app|game|mooc)$/i],
]
const pictures: readonly (readonly [ListKind, RegExp])[] = [
  ['book', /📖|📚|📕|📗|📘|📙|:(?:open_)?books?:/u],
  ['talk', /🎥|📹|📺|🎬|🎞|🎙|🎧|🎤|▶️|📼|🗣|:(?:movie_camera|video_camera|tv|headphones|studio_microphone|clapper|film\w*|microphone):/u],
  ['paper', /📜|🔬|:scroll:/u],
  ['article', /📄|📃|📝|📰|:(?:page_facing_up|memo|newspaper|page_with_curl):/u],
]
/** Nouns that say what the thing is when they stand right behind it, or right before: "book by", "a talk by". */
const nouns: Words = [
  [
    'series',
    /\b(?:(?:blog|video|youtube|article|tutorial|talk|interview|lecture|podcast|multi-part|\d+[- ]part)[- ]?series|series (?:of|by|on|about)|playlist|all the (?:posts|videos|talks)|posts by|videos by|(?:a |the )series)\b/i,
  ],
  ['book', /\b(?:e?-?book|textbook|novel)\b(?! (?:review|club|list|tour))|книг|书籍|图书/i],
  ['other', /\b(?:movie|film|documentar(?:y|ie))\b/i],
  [
    'paper',
    /\b(?<!non-)(?:papers?|thesis|dissertation|whitepaper|white paper|preprint|technical report)\b(?! (?:club|review|reading|(?:each|every|per|a) (?:day|morning|evening|week|month)))/i,
  ],
  [
    'talk',
    /\b(?:talk|keynote|lecture|video|screencast|podcast|episode|presentation|webinar|recording|interview with)\b(?! (?:series|about it|page))|доклад|лекци|выступлени|演讲|讲座/i,
  ],
  ['article', /\b(?:article|blog post|blogpost|essay|tutorial|write-?up|post)\b|стать|文章/i],
]
const headings: readonly (readonly [ListKind, RegExp])[] = [
  [
    'talk',
    /^\W*video\W*$|\b(?:talks?|videos|video (?:talks|lectures|tutorials|courses|series)|presentations?|podcasts?|screencasts?|keynotes?|webinars?|watch(?:ing|list)?|conferences? talks|recordings?|episodes|youtube)\b|视频|演讲|ビデオ|動画|видео/i,
  ],
  ['paper', /\b(?:papers?|publications?|research|whitepapers?|theses|preprints)\b|论文|論文/i],
  ['book', /\b(?:e?-?books?|textbooks?|novels?|fiction|non-fiction|bookshelf)\b|书籍|图书|書籍|книги|bücher|livres|libros/i],
  ['series', /(?<!\btime[- ])\b(?:series|playlists?)\b/i],
  [
    'article',
    /\b(?:articles?|(?:blog )?posts?|essays?|tutorials?|reading|read|guides?|write-?ups|walkthroughs?|thoughts|how-?tos?|stories|interviews?|introductions?)\b|文章|教程|記事|статьи/i,
  ],
  [
    'other',
    /\b(?:tools?|librar(?:y|ies)|frameworks?|software(?! (?:development|design|engineering|architecture|testing|craft\w*))|editors?|plugins?|services|websites?|sites|blogs?|newsletters?|communit(?:y|ies)|forums?|courses?|moocs?|conferences?|events|companies|apps|applications|games|comics?|documentation|docs|datasets?|people|organi[sz]ations?|platforms?|resources? lists?|podcasts? feeds?|search engines?|playgrounds?|official)\b|工具|课程/i,
  ],
]

/** The kind a tag or label at a link tells, or null. */
export function kindOfTag(words: string): ListKind | null {
  const plain = words
    .replace(/[[\](){}:,.!*_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const picture = pictures.find(([, pattern]) => pattern.test(words))
  return tags.find(([, pattern]) => pattern.test(plain))?.[0] ?? picture?.[0] ?? null
}

/** The kind the nouns of a few words tell; the first noun counts. */
export function kindOfNouns(words: string): ListKind | null {
  let first: { kind: ListKind; at: number } | null = null
  for (const [kind, pattern] of nouns) {
    const at = words.search(pattern)
    if (at >= 0 && (first === null || at < first.at)) first = { kind, at }
  }
  return first?.kind ?? null
}

/** The kind a heading promises of what stands under it; null when it names several, or none. */
export function kindOfHeading(heading: string): ListKind | null {
  const found = kindsOfHeading(heading)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Every kind it names. */
export function kindsOfHeading(heading: string): readonly ListKind[] {
  // "Must-read books" are books; "Must-reads" alone are to be read.
  const plain = heading.replace(/\bmust[- ](?:read|watch|see|listen)s?\b/i, '')
  const words = /\p{L}{3}/u.test(plain.replace(/\b(?:the|list|my|of|for)\b/gi, '')) ? plain : heading
  // "Books I have read" are books.
  const named = words.replace(
    /\b(?:I|we)(?:['’](?:ve|m|re))?\s+(?:(?:have|am|are|recently|want|to|would|like)\s+){0,3}(?:read|reading|watch|watched|watching)\b/gi,
    ' ',
  )
  return headings.filter(([, pattern]) => pattern.test(/\p{L}{3}/u.test(named) ? named : words)).map(([kind]) => kind)
}
