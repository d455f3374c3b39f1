// Decides whether a fresh copy is worse than the one shown: then it is kept, dated, but not shown.
import type { CompletenessReport } from '../../../shared/item.ts'

export type Weight = { readonly words: number; readonly report: CompletenessReport | null }

/**
 * True when `fresh` lost a good part of the text (a third of the words and at least 60), or has fewer pictures, code
 * blocks, tables or formulas here than `shown` and did not grow by a good part (a tenth of the words and at least 60): a page
 * that was rewritten may do with fewer, one that gained a line has lost them. Pages get emptied by redesigns, walls and
 * scripts far more often than authors cut a third of an article.
 */
export function isWorse(fresh: Weight, shown: Weight): boolean {
  const lost = shown.words - fresh.words
  if (lost >= 60 && lost > shown.words / 3) return true
  if (-lost >= 60 && -lost > shown.words / 10) return false
  return (['images', 'codeBlocks', 'tables', 'formulas'] as const).some((thing) => here(fresh, thing) < here(shown, thing))
}

function here(weight: Weight, thing: 'images' | 'codeBlocks' | 'tables' | 'formulas'): number {
  return weight.report?.counts[thing].copy ?? 0
}
