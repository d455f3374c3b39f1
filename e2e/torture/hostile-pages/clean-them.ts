// The first line of defence: every vector through the real cleaning, its result held against a list the cleaning does not know.
import { extractPage } from '../../../src/main/extract/extract-page.ts'
import { purify } from '../../../src/main/extract/sanitise.ts'
import { decodeText } from '../../../src/main/fetch/charset.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { Draft } from '../../../src/shared/journey.ts'
import type { Outcome } from '../attack.ts'
import type { Chance } from '../random.ts'
import { allVectors, vectorClasses } from './all-vectors.ts'
import { pageOf, pageSaying } from './hostile-page.ts'
import type { Vector } from './vector.ts'
import { hostileBytes } from './vectors/encodings.ts'
import { hostileTexts } from './vectors/texts.ts'
import { strangersIn, wrongInAddress, wrongInLine } from './what-an-article-may-hold.ts'

const address = 'http://127.0.0.1:9/blog/page'

/** Every `step`-th vector alone, through the gate itself. */
export function cleanFragments(step: number): Outcome {
  const tried = allVectors.filter(({ number }) => number % step === 0)
  const broken = tried.flatMap((vector) => said(vector, wrongWith(vector.markup)))
  return { name: 'pages: markup at the gate', cases: tried.length, broken }
}

/** Every vector in an article, `atOnce` of them in one page; when a page gives way, each of its vectors alone. */
export function cleanPages(atOnce: number): readonly Outcome[] {
  return [...vectorClasses].map(([name, vectors]) => {
    const broken: string[] = []
    for (let at = 0; at < vectors.length; at += atOnce) {
      const batch = vectors.slice(at, at + atOnce)
      const wrong = wrongInPage(pageOf(batch))
      if (wrong.length === 0) continue
      const alone = batch.flatMap((vector) => said(vector, wrongInPage(pageOf([vector]))))
      broken.push(...(alone.length > 0 ? alone : [`${name} from ${at} on, only together: ${wrong.join('; ')}`]))
    }
    return { name: `pages: ${name}`, cases: vectors.length, broken }
  })
}

/** Vectors cut, glued and put into each other: what no list of vectors has. */
export function cleanMixtures(chance: Chance, count: number): Outcome {
  const broken: string[] = []
  for (let at = 0; at < count; at += 1) {
    const markup = mixture(chance)
    const wrong = wrongWith(markup)
    if (wrong.length > 0) broken.push(`${JSON.stringify(markup)}: ${wrong.join('; ')}`)
  }
  return { name: 'pages: mixtures at the gate', cases: count, broken }
}

/** Texts of every kind in every place where a page speaks of itself; `both`: as they are, and as a careful author would have written them. */
export function cleanTexts(both: boolean): Outcome {
  const ways = both ? [true, false] : [true]
  const broken = hostileTexts.flatMap((text, at) =>
    ways.flatMap((raw) => wrongInPage(pageSaying(text, at, raw)).map((line) => `${JSON.stringify(text)}${raw ? ', raw' : ''}: ${line}`)),
  )
  return { name: 'pages: texts in titles, names, JSON-LD', cases: hostileTexts.length * ways.length, broken }
}

/** Bytes that are markup in one charset and letters in another; every `step`-th of them. */
export function cleanBytes(step: number): Outcome {
  const tried = hostileBytes.filter((_, at) => at % step === 0)
  const broken = tried.flatMap(({ name, header, bytes }) =>
    wrongInPage(decodeText(bytes, header, 'html').text).map((line) => `${name}: ${line}`),
  )
  return { name: 'pages: charsets', cases: tried.length, broken }
}

function said({ number, markup }: Vector, wrong: readonly string[]): readonly string[] {
  return wrong.length === 0 ? [] : [`${number} ${JSON.stringify(markup)}: ${wrong.join('; ')}`]
}

/** At the gate pictures still have the addresses of the page, and the mark their place is remembered by. */
function wrongWith(markup: string): readonly string[] {
  const clean = purify(markup).innerHTML
  const wrong = strangersIn(clean.replaceAll(/ data-carrel-image="[^"]*"/g, ''), /^(?:https?:\/\/|asset\/|carrel-asset:)/i)
  return purify(clean).innerHTML === clean ? wrong : [...wrong, 'cleaning it again changes it']
}

function wrongInPage(source: string): readonly string[] {
  try {
    const draft = extractPage(source, address)
    const stays = purify(draft.html).innerHTML === draft.html ? [] : ['cleaning it again changes it']
    return [...strangersIn(draft.html), ...stays, ...wrongInFacts(draft)]
  } catch (error) {
    // A listed failure is an answer: there may be no article left.
    return error instanceof Failure ? [] : [`throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
}

function wrongInFacts({
  title,
  byline,
  siteName,
  excerpt,
  lang,
  dir,
  canonicalUrl,
  oembedUrl,
  embeds,
  assets,
  talk,
}: Draft): readonly string[] {
  return [
    ...wrongInLine('title', title),
    ...wrongInLine('byline', byline),
    ...wrongInLine('site', siteName),
    ...wrongInLine('excerpt', excerpt),
    ...[lang, talk?.lang ?? null].flatMap((name) => (name === null || /^[\w-]{2,40}$/.test(name) ? [] : [`language ${name}`])),
    ...(dir === null || dir === 'ltr' || dir === 'rtl' ? [] : [`direction ${String(dir)}`]),
    ...wrongInAddress('canonical', canonicalUrl),
    ...wrongInAddress('oEmbed', oembedUrl),
    ...embeds.flatMap((embed) => [...wrongInAddress('embed', embed.url), ...wrongInLine('embed', embed.title)]),
    ...assets.flatMap(({ urls }) => urls.flatMap((url) => wrongInAddress('picture', url, true))),
    ...(talk === null
      ? []
      : [
          ...[talk.title, talk.event, talk.licence, ...talk.speakers, ...talk.chapters.map((chapter) => chapter.title)].flatMap((line) =>
            wrongInLine('talk', line),
          ),
          ...wrongInLine('description', talk.description?.replaceAll('\n', ' ')),
          ...wrongInAddress('thumbnail', talk.thumbnailUrl),
        ]),
  ]
}

function mixture(chance: Chance): string {
  let markup = chance.pick(allVectors).markup
  for (let step = chance.between(1, 4); step > 0; step -= 1) {
    const other = chance.pick(allVectors).markup
    const cut = chance.between(0, markup.length)
    markup = chance.pick([
      () => markup.slice(0, cut) + other + markup.slice(cut),
      () => markup.slice(0, cut) + other.slice(chance.between(0, other.length)),
      () => markup.replace('x', () => other),
      () => markup + other,
      () =>
        markup.slice(0, cut) +
        chance.pick(['<', '>', '"', "'", '/', '=', '<!--', '-->', ']]>', '<svg>', '<math>', '<p>', '<table>', '</p>', '&lt;', '\0', '\n']) +
        markup.slice(cut),
      () => markup.replaceAll('"', chance.pick(["'", '`', '&quot;'])),
    ])()
  }
  return markup.slice(0, 5_000)
}
