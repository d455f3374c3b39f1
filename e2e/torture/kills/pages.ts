// The site of these attacks: articles with pictures that read otherwise after every edit, so that each refresh has something to store.
import type { LocalSite } from '../../../src/main/testing/local-site.ts'

const sentence = (word: string, n: number) =>
  `The ${word} keeper of lamp ${n} walks along the shore once more, counts the boats that came home, and writes their names into the long book by the door.`

/** Puts an article at `/kept/<n>/`, in the words of its `edition`; answers its address. */
export function putArticle(site: LocalSite, n: number, edition: number): string {
  const path = `/kept/${n}/`
  const words = ['old', 'new', 'tired', 'patient', 'second', 'younger'][edition % 6] ?? 'other'
  const paragraphs = Array.from(
    { length: 9 },
    (_, at) => `<p>${sentence(words, at + n + edition)} ${sentence('careful', edition + at)}</p>`,
  )
  const pictures = ['wide-320.png', 'photo.jpg', 'photo.webp'].map((file) => `<figure><img src="/pictures/${file}" alt="a lamp"></figure>`)
  site.change(
    path,
    `<!doctype html><html lang="en"><head><title>Lamp ${n}</title></head><body><article><h1>Lamp ${n}</h1>${pictures.join('')}${paragraphs.join('')}</article></body></html>`,
  )
  return `${site.url}${path}`
}

/** Addresses without a page: they end quickly, and many of them make a long import. */
export function bareLinks(site: LocalSite, name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${site.url}/not-here/${name}-${n}`)
}

/** An article that takes a good while to clean. */
export function putLongArticle(site: LocalSite, n: number): string {
  const path = `/kept/${n}/`
  const paragraphs = Array.from({ length: 1_500 }, (_, at) => `<p>${sentence('slow', at)}</p>`)
  site.change(
    path,
    `<!doctype html><html lang="en"><head><title>Long lamp ${n}</title></head><body><article><h1>Long lamp ${n}</h1>${paragraphs.join('')}</article></body></html>`,
  )
  return `${site.url}${path}`
}
