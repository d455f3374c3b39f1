// Pages that are no article because something stands in front of it, or because it is gone. Said only when there is next to nothing to read:
// a page with a real article is never called a wall.
import type { FailureCode } from '../../shared/failure.ts'
import { elementsOf, plainWords, textLength } from './dom-walk.ts'
import { isType, type LinkedData } from './metadata/json-ld.ts'
import type { Document, Element } from './page-tree/page-tree.ts'

/** With this many words found, it is an article whatever else is on the page. */
const articleWords = 150
const gone =
  /\b404\b|(?:page|article|story|content|site)\s+(?:was\s+|is\s+|could\s+)?(?:not|no longer|cannot be|can't be)\s+(?:be\s+)?(?:found|exists?|available)|not found|no longer (?:exists|available)|doesn.t exist|seite (?:wurde )?nicht gefunden|nicht mehr verfügbar|page introuvable|página no encontrada|pagina non trovata|página não encontrada|sidan hittades inte|страница не найдена|页面不存在|ページが見つかりません/i
const login =
  /(?:sign|log) ?in to (?:continue|read|view|see|access)|(?:please )?(?:sign|log) ?in (?:or (?:register|sign up|create)|required)|create (?:a free |an )?account to (?:continue|read)|subscribe to (?:continue|read|unlock|keep)|(?:for|to) subscribers only|subscribers? (?:only|exclusive)|already a (?:subscriber|member)|this (?:article|story|content|post) is (?:only )?(?:for|available to|reserved for) (?:paid |paying |premium )?(?:subscribers|members)|become a (?:member|subscriber) to|members? only|anmelden,? um|nur für abonnenten|jetzt abonnieren|réservé aux abonnés|identifiez-vous|inicia sesión|solo para suscriptores/i
const consent =
  /(?:we|our partners|wir|nous)[^.]{0,80}(?:cookies?|tracking)|cookies? (?:consent|settings|policy|preferences)|before you continue|accept all|alle akzeptieren|tout accepter|aceptar todo|gdpr|einwilligung|datenschutz-?einstellungen|privacy (?:choices|settings|preferences)|zustimmung|mit werbung (?:und tracking )?(?:weiter)?lesen|manage (?:my )?(?:preferences|choices)/i
const scripts =
  /enable javascript|javascript (?:is|must be|needs to be|to be) (?:disabled|enabled|required|turned on)|requires? javascript|turn on javascript|without javascript|javascript aktivieren|activer javascript|checking your browser|just a moment|verify(?:ing)? you are (?:a )?human|ddos protection/i

export type WallFacts = {
  readonly title: string | null
  readonly words: number
  readonly scriptLength: number
  readonly things: readonly LinkedData[]
}

/** What is written on a page before anything is moved: the evidence for `findWall`. */
export type PageSigns = {
  readonly text: string
  readonly h1: string
  readonly hasPassword: boolean
  readonly hasEmptyRoot: boolean
  readonly noscript: string
  readonly buttons: string
}

export function readSigns(document: Document): PageSigns {
  const body = document.body
  const noscripts = elementsOf(document, 'noscript').map(plainWords).join(' ')
  const roots: (Element | null)[] = ['root', 'app', '__next', '__nuxt', 'react-root', 'main-app', '___gatsby', 'svelte'].map((id) =>
    document.getElementById(id),
  )
  roots.push(...elementsOf(document, 'app-root', 'ytd-app'))
  return {
    text: body === null ? '' : plainWords(body).slice(0, 20_000),
    h1: elementsOf(document, 'h1', 'h2').slice(0, 2).map(plainWords).join(' '),
    hasPassword: elementsOf(document, 'input').some((input) => input.getAttribute('type') === 'password'),
    hasEmptyRoot: roots.some((root) => root !== null && textLength(root) < 60),
    noscript: noscripts,
    buttons: elementsOf(document, 'button', 'a')
      .map(plainWords)
      .filter((words) => words.length < 40)
      .join(' | ')
      .slice(0, 5_000),
  }
}

/** The failure a page without an article is, or null when nothing plainer than "no article" can be said. */
export function findWall(signs: PageSigns, facts: WallFacts): FailureCode | null {
  if (facts.words >= articleWords) return null
  const heading = `${facts.title ?? ''} ${signs.h1}`
  const visible = signs.text.length - signs.noscript.length
  if (facts.words < 100 && gone.test(heading) && heading.length < 300) return 'page.gone'
  if (facts.words < 100 && signs.text.length < 600 && gone.test(signs.text)) return 'page.gone'
  const isShort = facts.words < 60
  // Before anything else is read into the furniture of an empty page: a forum run by scripts has a login form, too.
  if (isShort && visible < 80 && facts.scriptLength > 500) return 'page.script-only'
  if (
    isShort &&
    signs.text.length < 6_000 &&
    consent.test(signs.text) &&
    /accept|agree|akzeptier|zustimm|accepter|aceptar|accetta|consent|einverstanden/i.test(signs.buttons)
  )
    return 'page.consent'
  if (
    isShort &&
    (login.test(signs.text) ||
      (signs.hasPassword && signs.text.length > 20 && signs.text.length < 3_000) ||
      /^(?:sign|log) ?in\b|^anmelden\b/i.test(heading.trim()))
  )
    return 'page.login'
  if (facts.words < 100 && isNotFree(facts.things) && login.test(signs.text)) return 'page.login'
  if (
    isShort &&
    (visible < 300 || signs.hasEmptyRoot) &&
    (facts.scriptLength > 0 || signs.noscript !== '') &&
    (signs.hasEmptyRoot || scripts.test(signs.text))
  )
    return 'page.script-only'
  return null
}

/** A page kept although most of it stands behind a wall: the publisher says so, and what is here is short. */
export function isPreview(signs: PageSigns, facts: WallFacts): boolean {
  return facts.words < 400 && isNotFree(facts.things) && login.test(signs.text)
}

function isNotFree(things: readonly LinkedData[]): boolean {
  return things.some(
    (thing) => isType(thing, /Article|Posting|WebPage|CreativeWork|Report/i) && /^false$/i.test(String(thing.isAccessibleForFree)),
  )
}
