// The pictures of an article that are worth opening large, as the lightbox shows them.

export type Picture = {
  readonly element: HTMLImageElement
  readonly alt: string
  readonly caption: string
  /** Where the picture leads when it stands inside a link to another page. */
  readonly link: string | null
}

/** Smaller ones are icons and signs inside the text. CSS pixels as laid out, or the picture's own. */
const leastPx = 48

export function picturesOf(article: Element): readonly Picture[] {
  return [...article.querySelectorAll('img')].flatMap((element) => {
    const width = Math.max(element.width, element.naturalWidth)
    const height = Math.max(element.height, element.naturalHeight)
    if (element.complete && (width < leastPx || height < leastPx)) return []
    const figure = element.closest('figure')
    const caption = words(figure?.querySelectorAll('img').length === 1 ? figure.querySelector('figcaption') : null)
    const href = element.closest('a')?.getAttribute('href') ?? null
    return [{ element, alt: element.alt.trim(), caption, link: href !== null && /^https?:/i.test(href) ? href : null }]
  })
}

function words(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
}
