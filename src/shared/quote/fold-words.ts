// How words are compared when highlights are looked through: without case, accents, and the folds of the normaliser.
import { normaliseText } from '../text/normalise.ts'

/** Accents of Latin, Greek and Cyrillic letters; the marks of other scripts are letters of their own and stay. */
const accents = /[\u0300-\u036f]/g

/** The text as it is compared. Folding what is folded changes nothing. */
export function foldWords(text: string): string {
  return normaliseText(text.normalize('NFKD').replace(accents, '').normalize('NFC').toLowerCase())
}
