// Marked passages in Markdown. `==words==` is what most programs for notes read as a mark (Obsidian, Typora, Joplin, pandoc's `mark`,
// markdown-it-mark), and everywhere else the words still stand out as they are; `<mark>` would be thrown away by many, and hides the text
// around it from people. Nothing can be marked inside fenced code: its passages follow the fence in a quote. Notes are footnotes.
import type TurndownService from 'turndown'
import { codeFence } from '../../../shared/text/markdown-signs.ts'

/** Teaches a service about `<mark>` and about the references to the reader's notes (`<sup class="note-ref">`). */
export function addMarks(service: TurndownService, fenced: (code: string, pre: Node) => string): void {
  const escapeOthers = service.escape.bind(service)
  service.escape = (text) => escapeOthers(text).replaceAll('==', '\\=\\=')
  service.addRule('passage', {
    filter: 'mark',
    replacement: (content) => marked(content),
  })
  service.addRule('reference to a note', {
    filter: isNoteRef,
    replacement: (_content, node) => noteRef(node),
  })
  service.addRule('passage in a line of code', {
    filter: (node) => node.nodeName === 'CODE' && node.parentNode?.nodeName !== 'PRE' && node.querySelector('mark') !== null,
    replacement: (_content, node) => [...node.childNodes].map(pieceOfCode).join(''),
  })
  service.addRule('passage in fenced code', {
    filter: (node) => node.nodeName === 'PRE' && node.querySelector('mark') !== null,
    replacement(_content, node) {
      const pieces = [...piecesOf(node)]
      const code = pieces.map((piece) => (isNoteRef(piece) ? '' : (piece.textContent ?? ''))).join('')
      const quoted = pieces.flatMap((piece) => {
        if (isNoteRef(piece)) return [noteRef(piece)]
        if (piece.nodeName !== 'MARK') return ['\n']
        return (piece.textContent ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [`\n==${codeSpan(line.trim())}==`]))
      })
      const lines = quoted
        .join('')
        .split('\n')
        .filter((line) => line !== '')
      return `${fenced(code, node)}${lines.map((line) => `> ${line}`).join('  \n')}\n\n`
    },
  })
}

/** The marks go inside white space, where they would mean nothing; one that would run over a line break begins anew behind it. */
function marked(content: string): string {
  return content
    .split('\n')
    .map((line) =>
      line.replace(/^(\s*)(.*?)(\s*)$/, (whole, before: string, words: string, behind: string) =>
        words === '' ? whole : `${before}==${words}==${behind}`,
      ),
    )
    .join('\n')
}

function pieceOfCode(piece: Node): string {
  if (isNoteRef(piece)) return noteRef(piece)
  const text = piece.textContent ?? ''
  if (piece.nodeName === 'MARK') return `==${codeSpan(text)}==`
  return text === '' ? '' : codeSpan(text)
}

/** Text as code in a line, with room beside a backtick at its edge. */
function codeSpan(text: string): string {
  const fence = codeFence(text, 1)
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${room}${text}${room}${fence}`
}

/** Marks, note references and the text between them, in order. */
function* piecesOf(node: Node): Generator<Node> {
  for (const child of node.childNodes) {
    if (child.nodeName === 'MARK' || isNoteRef(child) || child.firstChild === null) yield child
    else yield* piecesOf(child)
  }
}

function isNoteRef(node: Node): boolean {
  return node.nodeName === 'SUP' && (node as Element).getAttribute('class') === 'note-ref'
}

function noteRef(node: Node): string {
  return `[^note-${(node.textContent ?? '').trim()}]`
}
