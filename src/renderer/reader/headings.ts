// The outline of an article: its headings as they stand in the copy.

export type Heading = { readonly text: string; readonly level: number; readonly element: Element; readonly time?: string }

/** Headings with words in them, of the two highest levels the article uses, at most 200. */
export function headingsOf(article: Element): readonly Heading[] {
  const all = [...article.querySelectorAll('h1, h2, h3, h4')].flatMap((element) => {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    return text === '' ? [] : [{ text, level: Number(element.tagName.slice(1)), element }]
  })
  const levels = [...new Set(all.map((heading) => heading.level))].sort((a, b) => a - b).slice(0, 2)
  const top = levels[0] ?? 1
  return all
    .filter((heading) => levels.includes(heading.level))
    .slice(0, 200)
    .map((heading) => ({ ...heading, level: heading.level === top ? 1 : 2 }))
}
