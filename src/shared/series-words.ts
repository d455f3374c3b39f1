// The words by which titles number the parts of a series, in the languages people write series in. How they are put together is series.ts.

/** Words for a part that stand before its number; plain enough to follow a title with nothing but a space. */
export const plainPartWords = [
  ...[
    'part',
    'pt\\.?',
    'episode',
    'teil',
    'parte',
    'partie',
    'épisode',
    'episodio',
    'episódio',
    'deel',
    'część',
    'czesc',
    'часть',
    'частина',
  ],
  ...['bölüm', 'partea', 'μέρος', 'phần', 'bagian', 'パート', 'חלק', 'الجزء', 'भाग', '파트'],
]
/** Words that also mean other things (Chapter 11, Spanish del 2), and so stand at the beginning, in brackets or behind a comma, colon or dash. */
export const apartPartWords = [
  ...['chapter', 'ch\\.', 'ep\\.?', 'lesson', 'lecture', 'installment', 'instalment', 'volume', 'vol\\.?', 'issue', 'no\\.'],
  ...['folge', 'kapitel', 'lektion', 'chapitre', 'leçon', 'capítulo', 'lección', 'entrega', 'capitolo', 'lezione', 'puntata', 'lição'],
  ...['hoofdstuk', 'aflevering', 'del', 'avsnitt', 'osa', 'luku', 'cz\\.', 'rozdział', 'odcinek', 'lekcja', 'část', 'díl', 'kapitola'],
  ...['časť', 'diel', 'глава', 'урок', 'выпуск', 'серия', 'ч\\.', 'розділ', 'kısım', 'rész', 'capitolul', 'κεφάλαιο', 'chương', 'bab'],
]
/** Words that stand behind their number: "2e partie", "3. Teil", "2ª parte", "3. bölüm", "3. rész", "3rd part". */
export const wordsBehindNumber = [
  'part',
  'teil',
  'partie',
  'parte',
  'deel',
  'del',
  'část',
  'časť',
  'díl',
  'bölüm',
  'rész',
  'osa',
  'часть',
  'частина',
]

const written: readonly (readonly [number, string])[] = [
  [1, 'one first eins erste erster un une première premier uno una primero primera prima primo первая один одна перша الأول الاول'],
  [2, 'two second zwei zweite zweiter deux deuxième seconde dos segunda segundo due seconda secondo dois duas вторая два друга الثاني'],
  [3, 'three third drei dritte dritter trois troisième tres tercera tercero tre terza terzo três terceira третья три третя الثالث'],
  [4, 'four fourth vier vierte vierter quatre quatrième cuatro cuarta quattro quarta quatro четвертая четвёртая четыре четверта الرابع'],
  [5, 'five fifth fünf fünfte fünfter cinq cinquième cinco quinta cinque пятая пять الخامس'],
  [6, 'six sixth sechs sechste sechster sixième seis sexta sei sesta шестая шесть السادس'],
  [7, 'seven seventh sieben siebte siebter sept septième siete séptima sette settima sete sétima седьмая семь السابع'],
  [8, 'eight eighth acht achte achter huit huitième ocho octava otto ottava oito oitava восьмая восемь الثامن'],
  [9, 'nine ninth neun neunte neunter neuf neuvième nueve novena nove nona девятая девять التاسع'],
  [10, 'ten tenth zehn zehnte zehnter dix dixième diez décima dieci dez десятая десять العاشر'],
  [11, 'eleven'],
  [12, 'twelve'],
  [13, 'thirteen'],
  [14, 'fourteen'],
  [15, 'fifteen'],
  [16, 'sixteen'],
  [17, 'seventeen'],
  [18, 'eighteen'],
  [19, 'nineteen'],
  [20, 'twenty'],
]
/** Numbers written as words, small letters. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  written.flatMap(([value, words]) => words.split(' ').map((word) => [word, value])),
)

/** What a Roman number behind it means nothing about a series: kings, wars, types. */
export const romanNames = new Set(
  `war world type title phase stage class mark mk category tier grade level article amendment schedule act book psalm appendix figure table
   henry louis george charles elizabeth james edward richard william philip felipe john paul pius benedict gregory leo napoleon wilhelm
   friedrich catherine nicholas alexander ivan peter francis innocent clement urban margrethe carl gustaf harald juan carlos ramses thutmose
   fantasy quest pentium python apple diabetes factor krieg guerre guerra`.split(/\s+/),
)
