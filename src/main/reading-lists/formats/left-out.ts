// What of a page is no text of it: scripts and forms, and what stands around its article.
import { attribute, type HtmlElement } from './html-tree.ts'

const skipped = new Set('script style noscript template svg math head form button select textarea object video audio'.split(' '))
/** What a page has around its article. */
const aroundPage = new Set(['nav', 'footer', 'aside'])
/** Names of classes and ids under which pages keep what is not their text. */
const aroundText =
  /(?:^|[\s_-])(?:menu|masthead|site-header|topbar|toolbar|navbar|nav|navigation|sidebar|breadcrumbs?|share|sharing|social|pagination|cookie|footer|related|newsletter-signup)(?:$|[\s_-])/i

/** True for an element that is not read; `wholePage`: menus and margins are none of the text, either. */
export function isLeftOut(element: HtmlElement, wholePage: boolean): boolean {
  if (skipped.has(element.tagName)) return true
  if (!wholePage) return false
  return (
    aroundPage.has(element.tagName) ||
    (element.tagName !== 'body' && aroundText.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`))
  )
}
