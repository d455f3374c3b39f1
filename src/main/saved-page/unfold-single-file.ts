// SingleFile keeps a picture that appears more than once in a style sheet variable (`--sf-img-3`) and leaves an empty drawing in `src`.
// Here the picture is put back where it is shown; everything else in a SingleFile page is ordinary HTML with `data:` pictures.

const variable = /(--sf-img-\d+)\s*:\s*url\(\s*(?:"(data:image\/[^"]+)"|'(data:image\/[^']+)'|(data:image\/[^)]+))\s*\)/gi
const image = /<img\b(?:[^"'>]|"[^"]*"|'[^']*')*>/gi
const source = /(\ssrc\s*=\s*)(?:"[^"]*"|'[^']*'|[^\s>]+)/i

/** The page with its folded pictures in place; the same text when there are none. */
export function unfoldSingleFile(html: string): string {
  if (!html.includes('var(--sf-img-')) return html
  const pictures = new Map<string, string>()
  for (const [, name, quoted, single, bare] of html.matchAll(variable)) {
    const picture = quoted ?? single ?? bare
    if (name !== undefined && picture !== undefined) pictures.set(name, picture.trim())
  }
  return html.replace(image, (tag) => {
    const picture = pictures.get(/var\((--sf-img-\d+)\)/.exec(tag)?.[1] ?? '')
    if (picture === undefined) return tag
    return source.test(tag)
      ? tag.replace(source, (_whole, before: string) => `${before}"${picture}"`)
      : tag.replace(/^<img\b/i, `<img src="${picture}"`)
  })
}
