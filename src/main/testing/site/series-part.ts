// What a part of the series is, and the few bits of markup all parts use.

export type SeriesPart = {
  readonly slug: string
  readonly name: string
  readonly published: string
  readonly intro: string
  /** Anchor, heading and HTML of each section. */
  readonly sections: readonly (readonly [anchor: string, heading: string, html: string])[]
}

/** A picture with its caption. */
export function figure(image: string, caption: string): string {
  return `<figure>${image}<figcaption>${caption}</figcaption></figure>`
}

/** One paragraph. */
export function p(text: string): string {
  return `<p>${text}</p>`
}

const grey = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='

/** A picture as lazy loaders write it: a grey pixel, the address in `data-src`, and the plain picture for those without scripts. */
export function lazy(src: string, alt: string): string {
  return `<img class="lazyload" src="${grey}" data-src="${src}" alt="${alt}"><noscript><img src="${src}" alt="${alt}"></noscript>`
}
