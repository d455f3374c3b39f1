// The brackets people and programs write a link in, in texts that are not Markdown: chat, wikis, org, reStructuredText, BBCode, AsciiDoc,
// and emphasis by stars. Addresses without any stay in the text; bare-links.ts finds them in every format alike.
import type { BlockWriter } from '../blocks/block.ts'

type Form = { readonly pattern: RegExp; readonly href: number; readonly title: number }

const url = (stops = '') => String.raw`((?:https?:)?\/\/[^\s<>|\]"${stops}]{2,2000})`
const form = (source: string, href: number, title: number): Form => ({ pattern: new RegExp(source, 'iy'), href, title })

const org: readonly Form[] = [
  form(String.raw`\[\[([^\[\]\n]{1,2000})\]\[([^\[\]\n]{1,500})\]\]`, 1, 2),
  form(String.raw`\[\[((?:https?:|file:|\.)[^\[\]\n]{1,2000})\](?:\[\s*\])?\]`, 1, 1),
]
const rst: readonly Form[] = [form('`([^`<>]{1,500}?)\\s*<([^<>`]{2,2000})>`__?', 2, 1)]
const general: readonly Form[] = [
  form(String.raw`\[\[${url()}\]\[([^\[\]\n]{1,500})\]\]`, 1, 2),
  form(String.raw`\[\[${url('\\[')}\](?:\[\s*\])?\]`, 1, 1),
  form(String.raw`\[\[${url()}\|([^\[\]\n]{1,500})\]\]`, 1, 2),
  form(String.raw`\[\[([^\[\]|\n]{1,500})\|${url()}\]\]`, 2, 1),
  form(String.raw`<${url()}\|([^<>\n]{1,500})>`, 1, 2),
  form(`<(?:URL:)?${url()}>`, 1, 1),
  form(String.raw`\[url=["']?${url("'")}["']?\]([^\[\]\n]{1,500})\[\/url\]`, 1, 2),
  form(String.raw`\[url\]${url('\\[')}\[\/url\]`, 1, 1),
  // Words and address in each other's brackets.
  form(String.raw`\[${url('\\[')}\]\((?!\s*<?(?:https?:|\/|#))([^()\n]{2,300}(?:\([^()\n]{1,100}\)[^()\n]{0,200}){0,3})\)`, 1, 2),
  form(
    String.raw`!?\[([^\[\]\n]{1,500})\]\(\s*<?((?:https?:)?\/\/[^\s<>()]{2,2000}(?:\([^\s()]{0,200}\)[^\s<>()]{0,500})?)>?(?:\s+["'][^"'\n]{0,300}["'])?\s*\)`,
    2,
    1,
  ),
  form(String.raw`\[([^\[\]|\n]{1,500})\|${url()}\]`, 2, 1),
  form(String.raw`\[${url()}\s+([^\[\]\n]{1,500})\]`, 1, 2),
  form(String.raw`"([^"\n]{1,300})":${url()}`, 2, 1),
  form(String.raw`(?<![\w/])${url('\\[')}\[(?!(?:\d{1,3}|\.+|…)\])([^\[\]\n]{2,300})\]`, 1, 2),
]
const emphasis = /(\*\*|__|\*|_)(?=[^\s*_])([^*_\n]{2,200}?[^\s*_])\1(?![\p{L}\p{N}*_])/uy

/** An address up to where another form could begin; emphasis that encloses it ends behind it. */
const address = /https?:\/\/[^\s<>"`[\]|]+?(?=[*_]*(?:[\s<>"`[\]|]|$))/iy

/** Which brackets count in which format. */
const formsOf = { text: general, org: [...org, ...general], rst: [...rst, ...general] } as const

/** Writes a stretch of text: what stands in a form becomes a link with its words, the rest stays as it is. */
export function writeInline(out: BlockWriter, text: string, format: keyof typeof formsOf): void {
  const forms = formsOf[format]
  let written = 0
  const upTo = (at: number): void => {
    if (at > written) out.text(text.slice(written, at))
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (!/[[<"`!h*_]/i.test(letter)) continue
    const found = letter === '*' || letter === '_' ? null : firstForm(forms, text, at)
    if (found) {
      upTo(at)
      const words = found.title.replace(/\\(?=[^\w\s])/g, '')
      out.openLink(found.href)
      out.text(words)
      out.closeLink(found.picture)
      at += found.length - 1
      written = at + 1
      continue
    }
    // The stars and lines in an address are its own.
    if (/h/i.test(letter)) {
      address.lastIndex = at
      at += Math.max(0, (address.exec(text)?.[0].length ?? 0) - 1)
      continue
    }
    if (/[*_]/.test(letter) && !/[\p{L}\p{N}/]/u.test(text[at - 1] ?? '')) {
      emphasis.lastIndex = at
      const match = emphasis.exec(text)
      if (!match?.[2] || /https?:/.test(match[2])) continue
      upTo(at)
      out.openMark(match[1]?.length === 2 ? 'strong' : 'em')
      out.text(match[2])
      out.closeMark()
      at += match[0].length - 1
      written = at + 1
    }
  }
  upTo(text.length)
}

function firstForm(
  forms: readonly Form[],
  text: string,
  at: number,
): { href: string; title: string; length: number; picture: boolean } | null {
  for (const { pattern, href, title } of forms) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match)
      return {
        href: (match[href] ?? '').trim(),
        title: (match[title] ?? '').trim(),
        length: match[0].length,
        picture: match[0].startsWith('!'),
      }
  }
  return null
}
