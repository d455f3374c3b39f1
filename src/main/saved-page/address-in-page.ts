// What a saved page says about where it came from. Only absolute http(s) addresses count: a relative one has nothing to stand on.

/** An HTML tag with its attributes: quotes may hold `>`. */
const attributes = `(?:[^"'>]|"[^"]*"|'[^']*')*`

/**
 * In order of trust: the comment SingleFile or a browser put in when saving, then what the site says of itself (canonical, og:url).
 * Null when it says nothing.
 */
export function addressInPage(html: string): string | null {
  const head = html.slice(0, 20_000)
  const candidates = [
    /<!--\s*(?:Page saved with SingleFile|Archive processed by SingleFile)\s[\s\S]*?\burl:\s*(\S+)/i.exec(head)?.[1],
    // Browsers since Internet Explorer 5 write the length of the address before it: (0022)http://…
    /<!--\s*saved from url=\(\d{4}\)(\S+?)\s*-->/i.exec(head)?.[1],
    attributeOf(html, 'link', /\brel\s*=\s*["']?\s*canonical\b/i, 'href'),
    attributeOf(html, 'meta', /\b(?:property|name)\s*=\s*["']?\s*og:url\b/i, 'content'),
  ]
  return candidates.map(absolute).find((address) => address !== null) ?? null
}

/** The address relative ones mean: the page's own, or that of its `<base>`. */
export function baseOfPage(html: string, url: string): string {
  // Browsers comment the base out when they save a page with its pictures.
  const href = attributeOf(html.slice(0, 200_000).replace(/<!--[\s\S]*?-->/g, ''), 'base', /\bhref\b/i, 'href')
  return href !== undefined && URL.canParse(href, url) ? new URL(href, url).href : url
}

function attributeOf(html: string, tag: string, such: RegExp, name: string): string | undefined {
  for (const [found] of html.matchAll(new RegExp(`<${tag}\\b${attributes}>`, 'gi'))) {
    if (!such.test(found)) continue
    const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(found)
    const text = value?.[1] ?? value?.[2] ?? value?.[3]
    if (text !== undefined) return text.trim().replaceAll('&amp;', '&')
  }
  return undefined
}

function absolute(address: string | undefined): string | null {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  return new URL(address).href
}
