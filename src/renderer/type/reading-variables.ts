// How articles are set, as the variables the style sheets read (design/tokens.css). Pure.
import type { Reading } from '../../shared/settings.ts'

/** What holds until the reader chooses; the same as `Reading` of shared/settings.ts answers for {}, without its schema in the window. */
export const defaultReading: Reading = {
  font: 'literata',
  size: 18,
  leading: 1.62,
  measure: 38,
  codeSize: 0.84,
  justify: false,
  hyphenate: false,
  wrapCode: false,
}

export const faces: readonly { readonly value: Reading['font']; readonly label: string; readonly family: string }[] = [
  { value: 'literata', label: 'Serif', family: 'var(--font-serif)' },
  { value: 'hanken', label: 'Sans', family: 'var(--font-ui)' },
  { value: 'atkinson', label: 'Clear', family: 'var(--font-sans)' },
  { value: 'plex-mono', label: 'Mono', family: 'var(--font-mono)' },
  { value: 'opendyslexic', label: 'Dyslexic', family: 'var(--font-dyslexic)' },
]

export type ReadingVariables = Readonly<Record<`--read-${'font' | 'size' | 'leading' | 'measure' | 'code-size' | 'align'}`, string>>

/** The six variables. The size is in rem, so that zoom and a larger system font count. */
export function readingVariables(reading: Reading): ReadingVariables {
  return {
    '--read-font': faces.find((face) => face.value === reading.font)?.family ?? 'var(--font-serif)',
    '--read-size': `${reading.size / 16}rem`,
    '--read-leading': String(reading.leading),
    '--read-measure': `${reading.measure}em`,
    '--read-code-size': `${reading.codeSize}em`,
    '--read-align': reading.justify ? 'justify' : 'start',
  }
}

/** One step larger or smaller, as the keys do it: a pixel, within the dial. */
export function steppedSize(size: number, by: 1 | -1): number {
  return Math.min(24, Math.max(12, Math.round(size) + by))
}
