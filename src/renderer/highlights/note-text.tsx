// A note as it reads: its Markdown, made into elements by React and never into HTML, so nothing in it can act. Pictures stay links: a note
// makes no request. Links open outside.
import MarkdownIt from 'markdown-it'
import { Fragment, type JSX, memo, type ReactNode } from 'react'
import './writing.css'

const markdown = new MarkdownIt('commonmark', { html: false, linkify: true, breaks: true }).enable(['linkify', 'strikethrough'])
type Token = ReturnType<typeof markdown.parse>[number]

type Props = { readonly note: string; readonly onLink: (url: string) => void }

export const NoteText = memo(function NoteText({ note, onLink }: Props) {
  return (
    <div className="note-text" dir="auto">
      {childrenOf(markdown.parse(note, {}), onLink)}
    </div>
  )
})

/** Elements a note may have; what is not here becomes its words. Headings of a note are no headings of the page. */
const elements: Readonly<Record<string, keyof JSX.IntrinsicElements>> = {
  p: 'p',
  em: 'em',
  strong: 'strong',
  s: 's',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  h1: 'p',
  h2: 'p',
  h3: 'p',
  h4: 'p',
  h5: 'p',
  h6: 'p',
}

function childrenOf(tokens: readonly Token[], onLink: Props['onLink']): ReactNode[] {
  const done: ReactNode[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.nesting === 1) {
      const end = closeOf(tokens, at)
      done.push(<Fragment key={at}>{wrap(token, childrenOf(tokens.slice(at + 1, end), onLink), onLink)}</Fragment>)
      at = end
    } else {
      done.push(<Fragment key={at}>{leaf(token, onLink)}</Fragment>)
    }
  }
  return done
}

function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0
    if (depth === 0) return at
  }
  return tokens.length
}

function wrap(token: Token, children: ReactNode, onLink: Props['onLink']): ReactNode {
  if (token.type === 'link_open') return link(String(token.attrGet('href') ?? ''), children, onLink)
  if (token.hidden) return children
  const Element = elements[token.tag]
  return Element === undefined ? children : <Element className={/^h\d$/.test(token.tag) ? 'strong' : undefined}>{children}</Element>
}

function leaf(token: Token, onLink: Props['onLink']): ReactNode {
  switch (token.type) {
    case 'inline':
      return childrenOf(token.children ?? [], onLink)
    case 'softbreak':
    case 'hardbreak':
      return <br />
    case 'code_inline':
      return <code>{token.content}</code>
    case 'code_block':
    case 'fence':
      return (
        <pre>
          <code>{token.content}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'image':
      return link(String(token.attrGet('src') ?? ''), token.content === '' ? 'a picture' : token.content, onLink)
    default:
      return token.content
  }
}

function link(url: string, children: ReactNode, onLink: Props['onLink']): ReactNode {
  if (!/^https?:/i.test(url)) return children
  return (
    <a
      className="link"
      href={url}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onLink(url)
      }}
    >
      {children}
    </a>
  )
}
