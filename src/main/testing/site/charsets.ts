// Pages in the charsets of the older web, each named by its header, by its meta, by a BOM, or by nothing at all.
import iconv from 'iconv-lite'
import type { SiteAnswer, SiteRoom } from './site-page.ts'

type Sample = { readonly charset: string; readonly lang: string; readonly title: string; readonly sentence: string }

const samples: readonly Sample[] = [
  {
    charset: 'windows-1252',
    lang: 'de',
    title: 'Über das Lesen',
    sentence:
      'Wer früh am Morgen liest, für den schmeckt der Kaffee nach “Geschichten” – und das schöne Gefühl hält bis zum späten Nachmittag.',
  },
  {
    charset: 'shift_jis',
    lang: 'ja',
    title: '読書について',
    sentence: '静かな図書館の机で本を読むと、時間がゆっくり流れていくように感じられる。窓の外では雨が降り、カタカナの看板が光っていた。',
  },
  {
    charset: 'gb18030',
    lang: 'zh',
    title: '关于阅读',
    sentence: '清晨在图书馆里读书的人，会觉得时间过得很慢。窗外下着小雨，桌上放着一杯热茶，书页轻轻地翻动着。',
  },
  {
    charset: 'koi8-r',
    lang: 'ru',
    title: 'О чтении',
    sentence: 'Тот, кто читает рано утром в тихой библиотеке, замечает, как медленно идёт время, и ещё долго помнит каждую страницу.',
  },
  {
    charset: 'utf-16le',
    lang: 'el',
    title: 'Για την ανάγνωση',
    sentence: 'Όποιος διαβάζει νωρίς το πρωί στη βιβλιοθήκη, νιώθει τον χρόνο να περνά αργά, και θυμάται για πολύ καιρό κάθε σελίδα.',
  },
  {
    charset: 'utf-8',
    lang: 'pl',
    title: 'O czytaniu',
    sentence:
      'Kto czyta wcześnie rano w cichej bibliotece, ten czuje, jak wolno płynie czas, i długo pamięta każdą stronę książki – żółtą czy białą.',
  },
]

type Said = 'header' | 'meta' | 'bom' | 'none'
export type CharsetPage = Sample & { readonly path: string; readonly said: Said }

// UTF-16 cannot name itself in a meta, and without a BOM or a header nobody could tell; the older ones have no BOM.
const waysOf = (charset: string): readonly Said[] => {
  if (charset === 'utf-16le') return ['header', 'bom']
  return charset === 'utf-8' ? ['header', 'meta', 'bom', 'none'] : ['header', 'meta', 'none']
}

/** Every charset page, with the title and the sentence that must come out of it. */
export const charsetPages: readonly CharsetPage[] = samples.flatMap((sample) =>
  waysOf(sample.charset).map((said) => ({ ...sample, said, path: `/charset/${sample.charset}/${said}` })),
)

function answerOf({ charset, lang, title, sentence, said }: CharsetPage): SiteAnswer {
  const meta = said === 'meta' ? `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">` : ''
  const text = `<!doctype html><html lang="${lang}"><head>${meta}<title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${sentence}</p>`.repeat(6)}</article></body></html>`
  return {
    headers: { 'content-type': said === 'header' ? `text/html; charset=${charset}` : 'text/html' },
    body: iconv.encode(text, charset, { addBOM: said === 'bom' }),
  }
}

export const charsetRoom: SiteRoom = Object.fromEntries(charsetPages.map((page) => [page.path, answerOf(page)]))
