// Captions to the page that is read: chapters, paragraphs, speakers, and beside it which letter of its plain text is said when.
import type { Chapter } from '../../../shared/talk.ts'
import { escapeMarkup } from '../../../shared/text/escape-markup.ts'
import { normaliseText } from '../../../shared/text/normalise.ts'
import type { TranscriptFacts } from '../../../shared/transcript.ts'
import type { Captions } from './cue.ts'
import { type Paragraph, paragraphsOf, slack } from './paragraphs.ts'
import { plainWords } from './plain-words.ts'

export type TranscriptPage = {
  readonly html: string
  /** The html's one normalised text (text/normalise.ts): what `times` count in. */
  readonly text: string
  readonly times: TranscriptFacts['times']
  readonly speakers: readonly string[]
  /** When the last words end; null when they have no times. */
  readonly endSeconds: number | null
}

/**
 * The page of a transcript. Times stand in no text: the window draws them from the ids, `t-2045` for whole seconds, made unique by `-2`.
 * Chapters become headings where the words have times; one behind the last word is left out.
 */
export function transcriptPage({ cues }: Captions, chapters: readonly Chapter[] = []): TranscriptPage {
  const timed = cues.some((cue) => cue.start !== null)
  const rising = timed ? chapters.toSorted((one, other) => one.startSeconds - other.startSeconds) : []
  const page = new PageWriter()
  let next = 0
  const paragraphs = paragraphsOf(
    cues,
    rising.map((chapter) => chapter.startSeconds),
  )
  for (const paragraph of paragraphs) {
    for (let chapter = rising[next]; begins(chapter, paragraph); chapter = rising[next]) {
      page.heading(chapter)
      next += 1
    }
    page.paragraph(paragraph)
  }
  const endSeconds = timed ? cues.reduce((end, cue) => Math.max(end, cue.end ?? cue.start ?? 0), 0) : null
  const speakers = [...new Set(cues.flatMap(({ speaker }) => (speaker ? [speaker] : [])))]
  return { ...page.finish(), speakers, endSeconds }
}

function begins(chapter: Chapter | undefined, { start }: Paragraph): chapter is Chapter {
  return chapter !== undefined && start !== null && chapter.startSeconds <= start + slack
}

/** As the normaliser has it; plain words of ASCII are so already, and captions are tens of thousands. */
function normalised(words: string): string {
  return /[^ -~]/.test(words) ? normaliseText(words) : words
}

class PageWriter {
  private readonly markup: string[] = []
  private readonly blocks: string[] = []
  private readonly times: [number, number][] = []
  private readonly ids = new Map<string, number>()
  private length = 0

  heading({ startSeconds, title }: Chapter): void {
    const words = plainWords(title)
    const plain = normalised(words)
    if (plain === '') return
    this.markup.push(`<h2${this.id(startSeconds)}>${escapeMarkup(words)}</h2>`)
    this.block([{ plain, at: startSeconds }])
  }

  paragraph({ start, speaker, cues }: Paragraph): void {
    const said = cues.map((cue) => ({ words: cue.text, plain: normalised(cue.text), at: cue.start })).filter(({ plain }) => plain !== '')
    if (said.length === 0) return
    const name = speaker ? plainWords(speaker) : ''
    const label = normalised(name) === '' ? '' : `${name}:`
    const words = said.map((part) => escapeMarkup(part.words)).join(' ')
    this.markup.push(`<p${this.id(start)}>${label === '' ? '' : `<strong class="speaker">${escapeMarkup(label)}</strong> `}${words}</p>`)
    this.block(label === '' ? said : [{ plain: normalised(label), at: start }, ...said])
  }

  finish(): Pick<TranscriptPage, 'html' | 'text' | 'times'> {
    return { html: `<article>\n${this.markup.join('\n')}\n</article>`, text: this.blocks.join('\n'), times: this.times }
  }

  /** One line of the plain text, and the moments of its parts. */
  private block(parts: readonly { readonly plain: string; readonly at: number | null }[]): void {
    let at = this.length + (this.blocks.length === 0 ? 0 : 1)
    const line: string[] = []
    for (const part of parts) {
      this.time(at, part.at, line.length === 0)
      line.push(part.plain)
      at += part.plain.length + 1
    }
    this.blocks.push(line.join(' '))
    this.length = at - 1
  }

  /** Both numbers never fall: a chapter's second may be rounded up, and overlapping captions begin before others end. */
  private time(offset: number, seconds: number | null, beginsLine: boolean): void {
    if (seconds === null) return
    const last = this.times.at(-1)
    const exact = Math.round(Math.max(seconds, last?.[1] ?? 0) * 1000) / 1000
    if (!last || beginsLine || exact > last[1]) this.times.push([offset, exact])
  }

  private id(seconds: number | null): string {
    if (seconds === null) return ''
    const id = `t-${Math.floor(seconds)}`
    const count = (this.ids.get(id) ?? 0) + 1
    this.ids.set(id, count)
    return ` id="${count === 1 ? id : `${id}-${count}`}"`
  }
}
