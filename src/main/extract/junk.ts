// What surrounds articles and is not part of them, by element, role and class words. Used to decide what may be restored and counted.
import { classOf } from './dom-walk.ts'
import type { Element } from './page-tree/page-tree.ts'

const tags = new Set(
  'nav footer aside form dialog button menu select input textarea label fieldset iframe noscript script style template object'.split(' '),
)
const roles = new Set('navigation complementary dialog alertdialog search banner contentinfo menu menubar alert toolbar'.split(' '))
const words =
  /comment|disqus|respond|related|recommend|(?:^|[-_\s])shar(?:e|ing)|social|newsletter|subscri|sign-?up|promo|sponsor|advert|(?:^|[-_\s])ads?(?:[-_\s]|$)|adsby|banner|breadcrumb|navigation|(?:^|[-_\s])nav(?:bar)?(?:[-_\s]|$)|menu|footer(?!note)|side-?bar|widget|author|byline|(?:^|[-_\s])bio(?:[-_\s]|$)|(?:^|[-_\s])tags?(?:[-_\s]|$)|tag-?list|post-?meta|entry-?meta|cookie|consent|gdpr|popup|pop-up|modal|(?:^|[-_\s])toc(?:[-_\s]|$)|table-?of-?contents|paginat|pager|rating|log-?in|more-?(?:stories|from|articles|posts)|read-?(?:next|more)|(?:up|play|whats)-?next|outbrain|taboola|skip-?link|toolbar|carousel|trending|popular|latest|mailing|feedback|helpful|donat|(?:^|[-_\s])cta(?:[-_\s]|$)|call-to-action|disclaimer|copyright|print-?only|no-?print|search|metabox|navbox|catlinks|infobox-?nav|jump-?link|audio-?player|ticker|teaser/i

/** True when an element by itself says that it is not part of the text. Ids of headings are no evidence (class-names.ts hides them). */
export function isJunk(element: Element): boolean {
  if (tags.has(element.localName) || element.hasAttribute('hidden')) return true
  if (element.getAttribute('aria-hidden') === 'true') return true
  const role = element.getAttribute('role')
  if (role !== null && roles.has(role)) return true
  const name = element.localName
  if (name === 'article' || name === 'main' || name === 'pre' || name === 'code' || name === 'body') return false
  return words.test(`${classOf(element)} ${element.id}`)
}

/** True when the element or anything around it, below `limit`, is junk. */
export function isInJunk(element: Element, limit: Element): boolean {
  for (let at: Element | null = element; at !== null && at !== limit; at = at.parentElement) if (isJunk(at)) return true
  return false
}
