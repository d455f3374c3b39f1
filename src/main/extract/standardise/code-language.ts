// Which language a code block is in, from what highlighters and editors write into class names and attributes.
import { classOf } from '../dom-walk.ts'
import type { Element } from '../page-tree/page-tree.ts'
import { blocksIn } from './blocks-in.ts'

const notLanguages = new Set(
  `default none text plaintext plain txt nohighlight no-highlight notranslate highlight hljs code codehilite source sourcecode block inline wrapper
   container toolbar pre numberlines linenos line-numbers literate auto undefined null unknown true false output wp`.split(/\s+/),
)
const synonyms: Readonly<Record<string, string>> = {
  js: 'javascript',
  node: 'javascript',
  ts: 'typescript',
  py: 'python',
  python3: 'python',
  py3: 'python',
  pycon: 'python',
  pycon3: 'python',
  ipython3: 'python',
  rb: 'ruby',
  sh: 'shell',
  console: 'shell',
  shellsession: 'shell',
  'shell-session': 'shell',
  yml: 'yaml',
  md: 'markdown',
  rs: 'rust',
  golang: 'go',
  cs: 'csharp',
  'c++': 'cpp',
  cplusplus: 'cpp',
  objc: 'objectivec',
  'html-basic': 'html',
  htm: 'html',
  docker: 'dockerfile',
  kt: 'kotlin',
  hs: 'haskell',
}

/** In the order of how sure each is. The first group is the language. */
const classPatterns: readonly RegExp[] = [
  /(?:^|\s)(?:language|lang)-([\w+#.-]+)/i,
  /(?:^|\s)highlight-(?:source|text)-([\w+#.-]+)/i,
  /(?:^|\s)brush:\s*([\w+#.-]+)/i,
  /(?:^|\s)lang:([\w+#.-]+)/i,
  /(?:^|\s)(?:highlight|crayon|prism|enlighter|sh|syntax|src)[-_]([\w+#]+)/i,
  /(?:^|\s)(?:sourceCode|hljs|prettyprint|codehilite|src|highlight|chroma|code)\s+([\w+#.-]+)/,
]
const attributes = ['data-lang', 'data-language', 'data-enlighter-language', 'data-code-language', 'data-syntax', 'lang']

/** The language of a block, lower case and in its commonest spelling, from the block, its `<code>` or up to three wrappers; null when nobody says. */
export function codeLanguage(block: Element): string | null {
  const places: Element[] = [block, ...Array.from(block.getElementsByTagName('code')).slice(0, 1)]
  let above = block.parentElement
  for (let step = 0; step < 4 && above !== null && above.localName !== 'body'; step += 1) {
    if (blocksIn(above, 2) > 2) break
    places.push(above)
    above = above.parentElement
  }
  for (const place of places) {
    const found = ofElement(place, place === block || place.localName === 'code')
    if (found !== null) return found
  }
  return null
}

function ofElement(element: Element, near: boolean): string | null {
  for (const name of attributes) {
    if (name === 'lang' && element.localName !== 'code') continue
    const found = languageName(element.getAttribute(name))
    if (found !== null) return found
  }
  const classes = classOf(element)
  if (classes === '') return null
  for (const pattern of near ? classPatterns : classPatterns.slice(0, 5)) {
    const found = languageName(pattern.exec(classes)?.[1])
    if (found !== null) return found
  }
  if (!near && /(?:^|\s)(?:highlight|syntaxhighlighter|code-block)(?:\s|$)/.test(classes)) {
    for (const word of classes.split(/\s+/)) if (wellKnown.has(languageName(word) ?? '')) return languageName(word)
  }
  // highlight.js writes the bare name beside its own: `hljs python`, in either order.
  if (near && /(?:^|\s)hljs(?:\s|$)/.test(classes)) {
    for (const word of classes.split(/\s+/)) if (word !== 'hljs' && languageName(word) !== null) return languageName(word)
  }
  return null
}

/** What a wrapper's bare class word may mean: `highlight js`, `syntaxhighlighter php`. */
const wellKnown = new Set(
  `bash c clojure cpp csharp css dart diff dockerfile elixir erlang fsharp go graphql groovy haskell html http ini java javascript json jsx julia kotlin
   latex less lua makefile markdown matlab nginx nix objectivec ocaml perl php powershell protobuf python r ruby rust sass scala scheme scss shell sql
   swift toml tsx typescript vim vue wasm xml yaml zig`.split(/\s+/),
)

/** A plausible name in its commonest spelling, or null. */
export function languageName(word: string | null | undefined): string | null {
  const name =
    word
      ?.trim()
      .toLowerCase()
      .replace(/^(?:source|text)[.-]/, '') ?? ''
  if (!/^[a-z][a-z0-9+#.-]{0,24}$/.test(name) || notLanguages.has(name)) return null
  return synonyms[name] ?? name
}
