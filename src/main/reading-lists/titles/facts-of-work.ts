// Lines between a title and its address that only say whose it is and when it appeared: `by Somebody, Somebody Else`, `2007`.
import { looksLikeName } from '../words/link-words.ts'

/** Whose it is, where they say it; null when any of the lines says something else. */
export function factsOfWork(text: string): { readonly by: string | null } | null {
  let by: string | null = null
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || /^\(?(?:1[5-9]|20)\d{2}\)?\.?$/.test(line)) continue
    const named = /^(?:written |presented |a talk )?by:?\s+(\p{Lu}.{1,160})$/iu.exec(line)?.[1]
    const names = line.split(/\s*(?:,|&|\band\b)\s*/).filter((one) => one !== '')
    if (named === undefined && !(names.length > 1 && names.every(looksLikeName))) return null
    by ??= named ?? line
  }
  return { by }
}
