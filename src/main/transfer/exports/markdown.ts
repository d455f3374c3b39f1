// A cleaned article as Markdown: fenced code with its language, pipe tables, footnotes, formulas as TeX.
import { gfm } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'
import { codeFence, markdownTarget, withoutElements } from '../../../shared/text/markdown-signs.ts'
import { addMarks } from './markdown-marks.ts'

/** The Markdown of a cleaned article's HTML, under its title and address; marked passages as markdown-marks.ts says, `notes` as their footnotes. */
export function htmlToMarkdown(
  html: string,
  head: { readonly title: string; readonly url: string; readonly notes?: readonly string[] },
): string {
  const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*', hr: '---' })
  service.use(gfm)
  // Two prices in a sentence are no formula: dollars of the text are escaped, those around TeX are ours. `<script>` that a page shows is a text.
  const escapeMarks = service.escape.bind(service)
  service.escape = (text) => withoutElements(escapeMarks(text)).replaceAll('$', '\\$')
  service.addRule('picture', {
    filter: 'img',
    replacement: (_content, node) => picture(node as Element, (text) => service.escape(text)),
  })
  service.addRule('code with its language', {
    filter: (node) => node.nodeName === 'PRE',
    replacement: (_content, node) => fenced(node.textContent ?? '', node),
  })
  service.addRule('formula', {
    filter: (node) => node.nodeName.toLowerCase() === 'math',
    replacement: (content, node) => formula(node as Element, content),
  })
  service.addRule('footnote reference', {
    filter: (node) => node.nodeName === 'SUP' && node.firstElementChild?.getAttribute('role') === 'doc-noteref',
    replacement: (_content, node) => `[^${(node.textContent ?? '').replace(/[^\p{L}\p{N}]/gu, '')}]`,
  })
  service.addRule('footnote', {
    filter: (node) => node.nodeName === 'LI' && node.id.startsWith('fn-'),
    replacement: (content, node) =>
      `[^${(node as Element).id.slice(3).replace(/[^\p{L}\p{N}-]/gu, '')}]: ${content.trim().replace(/\n/g, '\n    ')}\n\n`,
  })
  service.addRule('way back from a footnote', {
    filter: (node) => node.nodeName === 'A' && (node.getAttribute('href') ?? '').startsWith('#fnref-'),
    replacement: () => '',
  })
  if (html.includes('<mark class=')) addMarks(service, fenced)
  const notes = (head.notes ?? []).map((note, index) => `[^note-${index + 1}]: ${note.trim().replace(/\n(?=.)/g, '\n    ')}\n`)
  return [`# ${service.escape(head.title)}\n\n<${head.url}>\n\n${service.turndown(html)}\n`, ...notes].join('\n')
}

function picture(image: Element, plain: (text: string) => string): string {
  const words = (name: 'alt' | 'title') => plain((image.getAttribute(name) ?? '').replace(/\s*\n\s*/g, '\n'))
  const [src, title] = [image.getAttribute('src') ?? '', words('title')]
  return src === '' ? '' : `![${words('alt')}](${markdownTarget(src)}${title === '' ? '' : ` "${title.replaceAll('"', '\\"')}"`})`
}

function fenced(code: string, pre: Node): string {
  const fence = codeFence(code, 3)
  return `\n\n${fence}${languageOf(pre)}\n${code.replace(/\n$/, '')}\n${fence}\n\n`
}

function languageOf(pre: Node): string {
  const code = pre.firstChild as Element | null
  return /(?:^|\s)language-(\S+)/.exec(code?.getAttribute?.('class') ?? '')?.[1] ?? ''
}

/** TeX between dollars. What would end it there leaves the glyphs alone, and a sign of less is parted from what would make it a tag. */
function formula(math: Element, content: string): string {
  const block = math.getAttribute('display') === 'block'
  const source = math.getAttribute('alttext') ?? math.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? null
  if (source === null || (block ? /\$\$|\n\s*\n/ : /(?<!\\)\$/).test(source)) return content
  const tex = source.trim().replace(/<(?=[a-z/!?])/gi, '< ')
  return block ? `\n\n$$\n${tex}\n$$\n\n` : `$${tex}$`
}
