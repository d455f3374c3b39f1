// A caption file somebody offers, and which of several to take.
import { readLanguage } from '../language.ts'

export type CaptionOffer = {
  readonly url: string
  /** A BCP 47 tag; null when nobody says. */
  readonly lang: string | null
  readonly generated: boolean | null
}

/**
 * The order to try them in: the language of the talk before English before any other, what people wrote before what a machine heard.
 * `lang`: the talk's; null when it is not known.
 */
export function inOrderOfUse(offers: readonly CaptionOffer[], lang: string | null): readonly CaptionOffer[] {
  const wanted = primary(lang)
  const rank = (offer: CaptionOffer): number => {
    const own = primary(offer.lang)
    const language = wanted !== null && own === wanted ? 0 : own === 'en' ? 2 : 4
    return language + (offer.generated ? 1 : 0)
  }
  return offers.toSorted((one, other) => rank(one) - rank(other))
}

function primary(lang: string | null): string | null {
  return readLanguage(lang)?.split('-')[0]?.toLowerCase() ?? null
}
