// The query language, fetched by itself: it brings the schemas along, and the first rows must not wait for them.
import { useEffect, useState } from 'react'

type Language = {
  readonly parse: typeof import('../../shared/library-query.ts')['parseLibraryQuery']
  readonly withoutPart: typeof import('../../shared/library-query.ts')['withoutPart']
  readonly suggest: typeof import('../../shared/suggest-query.ts')['suggestQuery']
}

let known: Language | null = null

export async function fetchQueryLanguage(): Promise<Language> {
  const [query, suggestions] = await Promise.all([import('../../shared/library-query.ts'), import('../../shared/suggest-query.ts')])
  known = { parse: query.parseLibraryQuery, withoutPart: query.withoutPart, suggest: suggestions.suggestQuery }
  return known
}

/** Null for the moment until it is here: until then the text is searched for and not explained. */
export function useQueryLanguage(): Language | null {
  const [language, setLanguage] = useState(known)
  useEffect(() => {
    if (language === null) void fetchQueryLanguage().then(setLanguage)
  }, [language])
  return language
}
