// The neutral form every format is read into: blocks in order, each a line of text with the places of its links and marks. All rules
// about titles, kinds and series are written once, over blocks; how a format spells them is formats/.

export type Span = { readonly start: number; readonly end: number }

export type LinkSpan = Span & {
  /** As written: not yet resolved or cleaned; for a cut link the part that is there. */
  readonly href: string
  /** The text shows the address itself and no words for it. */
  readonly bare: boolean
  /** The address is cut off (`…`): it is never taken for a whole one. */
  readonly cut: boolean
  /** Nothing stands in the link but a picture; the text then is the picture's description. */
  readonly image: boolean
}

export type Mark = Span & { readonly kind: 'strong' | 'em' | 'code' }

export type BlockRole = 'heading' | 'paragraph' | 'item' | 'row' | 'code'

/** What a record of a table or an outline says outright, so that nothing has to be read out of words. */
export type Given = {
  readonly title: string | null
  readonly by: string | null
  readonly note: string | null
  readonly kindWords: string
  readonly durationSeconds: number | null
  readonly alternates: readonly string[]
}

export type Block = {
  readonly role: BlockRole
  /** Of a heading 1 to 6; of an item its depth from 1; else 0. */
  readonly level: number
  /** Somebody else's words: a quotation. */
  readonly quoted: boolean
  /** The number of an item of an ordered list. */
  readonly ordinal: number | null
  /** White space folded to single spaces; a line break stays one. */
  readonly text: string
  readonly links: readonly LinkSpan[]
  readonly marks: readonly Mark[]
  /** The cells of a row, and the words of the table's head over each. */
  readonly cells: readonly (Span & { readonly head: string })[]
  readonly given: Given | null
}

/** A text as its format tells it. */
export type ReadText = {
  readonly title: string | null
  readonly author: string | null
  readonly date: string | null
  readonly address: string | null
  /** What its relative links are resolved against, as it says itself; before anything the reader says of the whole text. */
  readonly base?: string | null
  readonly blocks: readonly Block[]
}

/** `closes`: a heading without words, which ends the group of the headings from its level on. */
export type BlockStart = Partial<Pick<Block, 'role' | 'level' | 'quoted' | 'ordinal' | 'given'>> & { readonly closes?: boolean }

/** Writes blocks one after the other, folding white space as it goes so that every place it notes stays right. */
export type BlockWriter = {
  /** Ends the block at hand and begins another; blocks without text are not kept. */
  begin(start: BlockStart): void
  text(text: string): void
  /** A line break within the block. */
  lineBreak(): void
  openLink(href: string): void
  closeLink(image?: boolean): void
  openMark(kind: Mark['kind']): void
  closeMark(): void
  beginCell(head: string): void
  /** The length of the text so far, for whoever must know whether anything was written. */
  length(): number
  finish(): readonly Block[]
}

type Open = { readonly at: number; readonly href: string }

/** A block longer than this is gone on with in a new one: what is read out of it stays linear in the length of the text. */
const longestBlock = 8_000

/** A writer with nothing written. */
export function openBlocks(): BlockWriter {
  const blocks: Block[] = []
  let start: BlockStart = {}
  let text = ''
  let last = ''
  let links: LinkSpan[] = []
  let marks: Mark[] = []
  let cells: { start: number; end: number; head: string }[] = []
  let link: Open | null = null
  let openMarks: { at: number; kind: Mark['kind'] }[] = []

  const endLink = (image: boolean): void => {
    if (link === null) return
    const words = text.slice(link.at).trim()
    if (words !== '') {
      const from = text.indexOf(words, link.at)
      links.push({ start: from, end: from + words.length, href: link.href, bare: showsAddress(words, link.href), cut: false, image })
    }
    link = null
  }
  const endCell = (): void => {
    const cell = cells.at(-1)
    if (cell) cell.end = text.trimEnd().length
  }
  const flush = (): void => {
    endLink(false)
    endCell()
    last = ''
    const whole = text.trimEnd()
    if (whole !== '' || start.given || start.closes) {
      const inside = <S extends Span>(span: S): S => ({ ...span, end: Math.min(span.end, whole.length) })
      blocks.push({
        role: start.role ?? 'paragraph',
        level: start.level ?? 0,
        quoted: start.quoted ?? false,
        ordinal: start.ordinal ?? null,
        given: start.given ?? null,
        text: whole,
        links: links.map(inside),
        marks: marks.map(inside),
        cells,
      })
    }
    text = ''
    links = []
    marks = []
    cells = []
    openMarks = []
  }
  const writer: BlockWriter = {
    begin(next) {
      flush()
      start = next
    },
    text(more) {
      const folded = more.replace(/[\s\u00a0]+/g, ' ')
      for (const piece of folded.length > longestBlock ? piecesOf(folded) : [folded]) {
        if (text.length + piece.length > longestBlock && link === null && cells.length === 0) flush()
        const added = last === '' || last === ' ' || last === '\n' ? piece.replace(/^ /, '') : piece
        text += added
        last = added.at(-1) ?? last
      }
    },
    lineBreak() {
      if (text.length > longestBlock) flush()
      if (text === '' || last === '\n') return
      text = last === ' ' ? `${text.slice(0, -1)}\n` : `${text}\n`
      last = '\n'
    },
    openLink(href) {
      endLink(false)
      link = { at: text.length, href }
    },
    closeLink(image = false) {
      endLink(image)
      if (text.length > longestBlock && cells.length === 0) flush()
    },
    openMark(kind) {
      openMarks.push({ at: text.length, kind })
    },
    closeMark() {
      const open = openMarks.pop()
      if (!open) return
      const end = text.trimEnd().length
      if (end > open.at) marks.push({ start: open.at, end, kind: open.kind })
    },
    beginCell(head) {
      endLink(false)
      endCell()
      writer.lineBreak()
      cells.push({ start: text.length, end: text.length, head })
    },
    length: () => text.length,
    finish() {
      flush()
      return blocks
    },
  }
  return writer
}

/** A very long text in pieces that end at a space; what goes on for so long without one is data and nothing to read. */
function piecesOf(folded: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const word of folded.split(/(?<= )/)) {
    if (word.length > longestBlock) continue
    if (piece.length + word.length > longestBlock) {
      pieces.push(piece)
      piece = ''
    }
    piece += word
  }
  return [...pieces, piece]
}

/** True when a link's words are its address again, whole, cut or without its scheme. */
function showsAddress(words: string, href: string): boolean {
  if (/\s/.test(words)) return false
  const plain = (address: string) =>
    address
      .replace(/&amp;/g, '&')
      .replace(/^(?:https?:)?\/\//i, '')
      .replace(/^www\./i, '')
      .toLowerCase()
  const shown = plain(words).replace(/(?:…|\.{3,})[)\].,]*$/, '')
  if (/^https?:\/\//i.test(words)) return true
  const whole = plain(href)
  // A name of a site as link text (`kerkour.com`) says the address, a name of a product (`Draw.io`) may be a title: only what has a path, or is all there is.
  return (
    shown.length > 3 &&
    shown.includes('.') &&
    (whole.replace(/\/$/, '') === shown.replace(/\/$/, '') || (shown.includes('/') && whole.startsWith(shown)))
  )
}
