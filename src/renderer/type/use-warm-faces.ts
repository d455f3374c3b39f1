// Fetches the faces an article will be set in while nothing else is to be done, so that the first one opened need not wait for them.
import { useEffect } from 'react'
import type { Reading } from '../../shared/settings.ts'
import { faces } from './reading-variables.ts'

/** `font` undefined: not known yet. The frame asks for the same files and gets them from this program's own cache. */
export function useWarmFaces(font: Reading['font'] | undefined): void {
  useEffect(() => {
    if (font === undefined) return
    const warm = () => {
      const styles = getComputedStyle(document.documentElement)
      const variable = faces.find((face) => face.value === font)?.family ?? 'var(--font-serif)'
      for (const family of [variable, 'var(--font-mono)']) {
        const named = styles.getPropertyValue(family.slice('var('.length, -1))
        for (const style of ['400', 'italic 400', '600']) void document.fonts.load(`${style} 18px ${named}`).catch(() => [])
      }
    }
    const timer = setTimeout(warm, 1_000)
    return () => clearTimeout(timer)
  }, [font])
}
