// Languages as services name them (`eng`, `deu-eng`, `English`, `en_US`), as a BCP 47 tag.

/** ISO 639-2 codes, both of their kinds, and English names; the ones recordings come in. */
const tags: Readonly<Record<string, string>> = {
  eng: 'en',
  english: 'en',
  deu: 'de',
  ger: 'de',
  german: 'de',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  spa: 'es',
  spanish: 'es',
  por: 'pt',
  portuguese: 'pt',
  ita: 'it',
  italian: 'it',
  nld: 'nl',
  dut: 'nl',
  dutch: 'nl',
  rus: 'ru',
  russian: 'ru',
  pol: 'pl',
  polish: 'pl',
  jpn: 'ja',
  japanese: 'ja',
  zho: 'zh',
  chi: 'zh',
  chinese: 'zh',
  kor: 'ko',
  korean: 'ko',
  swe: 'sv',
  swedish: 'sv',
  dan: 'da',
  danish: 'da',
  nor: 'no',
  norwegian: 'no',
  fin: 'fi',
  finnish: 'fi',
  ces: 'cs',
  cze: 'cs',
  czech: 'cs',
  ukr: 'uk',
  ukrainian: 'uk',
  tur: 'tr',
  turkish: 'tr',
  ell: 'el',
  gre: 'el',
  greek: 'el',
  hun: 'hu',
  hungarian: 'hu',
  ara: 'ar',
  arabic: 'ar',
  heb: 'he',
  hebrew: 'he',
  hin: 'hi',
  hindi: 'hi',
  cat: 'ca',
  catalan: 'ca',
  gsw: 'gsw',
}

/** A language tag, or null. Of several languages (`deu-eng`) the first is the one spoken. */
export function readLanguage(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim().replaceAll('_', '-')
  const [first = ''] = text.toLowerCase().split(/[-,;/ ]/)
  const known = tags[first]
  if (known !== undefined) return known
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text) ? text.slice(0, 35) : null
}
