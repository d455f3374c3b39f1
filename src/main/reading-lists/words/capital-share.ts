// What tells words that talk about a thing from words that are its title.

const talking =
  /\b(?:I|I'm|I've|I'd|I'll|me|we|we're|you'll|you'd|check (?:it |this |these |that )?out|take a look|have a look|recommend(?:s|ed|ing)?|is an?|are an?|was an?|here is|here's|here are|see also|there is|there's|there are|this is|these are|my favou?rite|liked|enjoyed|loved|should|would|mentioned|explains?|covers|wrote|gave|goes into|found|can be found|available at|available here|once here|then again|also|as well|please|thanks|ich|wir|hier|habe|empfehle|voici|je|nous|vous|recomiendo|ecco)\b|(?<!\p{L})(?:вот|это|я|мы|здесь|рекомендую|советую)(?!\p{L})/iu

/** True for words of somebody who recommends: "this is a …", "I liked". */
export function isTalk(words: string): boolean {
  return talking.test(words)
}

/** How many of the longer words begin with a capital, 0 to 1. */
export function capitalShare(words: string): number {
  const long = words.split(/\s+/).filter((word) => /\p{L}{4,}/u.test(word))
  return long.length === 0 ? 1 : long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length / long.length
}
