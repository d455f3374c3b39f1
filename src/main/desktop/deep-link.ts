// What a carrel:// link asks for. It comes from anybody: a page, a mail, another program. So it leads to a screen, never to a deed:
// the preview of Add opens with its links, or an item opens. What cannot be read exactly asks for nothing.

export const linkScheme = 'carrel'

/** What is sent to one window; the commands of the contract's WindowCommand that a stranger may ask for. */
export type Asked = { readonly command: 'add' | 'go'; readonly text: string }

/** Longer than any link a browser hands over (Windows stops at 32,767), far below what WindowCommand carries. */
const mostCharacters = 100_000
const mostLinks = 500
const control = /[\u0000-\u001f\u007f-\u009f]/
/** All but tab and line feed, which a pasted text has too, and the marks that turn a line of text around. */
const controlInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const itemId = /^[0-9a-f]{32}$/

/**
 * Reads `carrel://save?url=…` (any number of `url`, and `text`) and `carrel://item/<id>` (with `?highlight=<id>`).
 * Only http and https links are taken from `url`. Null for everything else.
 */
export function parseDeepLink(link: string): Asked | null {
  // The URL parser would drop line breaks in silence; a link that holds them was made to be misread.
  if (link.length > mostCharacters || control.test(link) || !URL.canParse(link)) return null
  const url = new URL(link)
  if (url.protocol !== `${linkScheme}:` || url.username !== '' || url.password !== '' || url.port !== '') return null
  const host = url.hostname.toLowerCase()
  const path = url.pathname.replace(/\/$/, '')
  if (host === 'save' && path === '') return askedToSave(url.searchParams)
  if (host === 'item') return askedToOpen(path.slice(1), url.searchParams.get('highlight'))
  return null
}

/** The links of ours among the words a program was started with, in order. Words after the program's own name only. */
export function deepLinksOf(argv: readonly string[]): readonly string[] {
  return argv.filter((word) => word.slice(0, linkScheme.length + 1).toLowerCase() === `${linkScheme}:`)
}

function askedToSave(parameters: URLSearchParams): Asked | null {
  const links = parameters.getAll('url').flatMap((given) => webLink(given) ?? [])
  const texts = parameters.getAll('text').map((text) => text.replace(/\r\n?/g, '\n').replace(controlInText, ' ').trim())
  const text = [...links.slice(0, mostLinks), ...texts].filter((part) => part !== '').join('\n')
  return text === '' ? null : { command: 'add', text }
}

function webLink(given: string): string | null {
  if (control.test(given) || !URL.canParse(given)) return null
  const { protocol, href } = new URL(given)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

function askedToOpen(id: string, highlight: string | null): Asked | null {
  if (!itemId.test(id)) return null
  return { command: 'go', text: `#/item/${id}${highlight !== null && itemId.test(highlight) ? `?highlight=${highlight}` : ''}` }
}
