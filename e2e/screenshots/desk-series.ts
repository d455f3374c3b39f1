// A series in seven parts about how libraries find things, in our own words; part 3 has everything the reader's picture shows.
import { code, deskPage, drawersDrawing, figure, h2, p } from './desk-page.ts'
import type { DeskPages } from './desk-site.ts'

const host = 'shelfmark.example'
const names = [
  'A number for every spine',
  'The catalogue in the hall',
  'The drawer that is never full',
  'A tree of signposts',
  'The long row and the short walk',
  'Words that lead to pages',
  'Forgetting on purpose',
]
export const seriesLink = (n: number) => `http://${host}/finding/part-${n}/`
export const seriesTitle = (n: number) => `How a library finds a book, part ${n}: ${names[n - 1]}`

const intros = [
  'Before anything can be found it has to be called something. The first catalogues gave every book a place, and moved the number whenever they moved the book.',
  'A card is a promise that somewhere there is a book. This part is about keeping ten thousand promises in one room, in an order that strangers understand.',
  'Whoever asks for a title wants to walk to one drawer, not to all of them. The trick is to let the title itself say which.',
  'Nobody reads every sign in a station. One reads a large one, turns, reads a smaller one, and after three turns stands at the right platform.',
  'Two readers walk along the same shelf. One looks at each spine; the other has learned where it is safe to skip.',
  'Turn the catalogue inside out and it no longer lists the books and their words, but the words and their books.',
  'A library that keeps everything in reach has nothing in reach. The last part is about what to carry back to the cellar, and when.',
]

const spare = [
  'It helps to do this once by hand. Take thirty cards, write a title on each, and find one of them with your eyes on the clock; then change one rule and find it again. The difference is small with thirty cards, and it is the whole subject with three million.',
  'Every rule of this kind buys speed at one end of the day and pays for it at the other. Whoever sorts in the morning finds quickly in the afternoon; whoever throws everything on one table has the morning off.',
  'None of this is new, and most of it was invented by people who had never seen a computer. They had feet, though, and a long corridor, and that turns out to be the same thing as a slow disk.',
  'What looks like waste is often the point. The empty place at the end of each shelf is not there because nobody ordered enough books; it is there so that the next one does not push all the others along.',
  'I have measured this three times, on two machines, with the window closed. The numbers differ in the second digit, and the order never does.',
]

const dull = (n: number, minutes: number) =>
  Array.from(
    { length: 4 },
    (_, at) =>
      h2(`s${at}`, ['What is asked', 'The first rule that works', 'What it costs', 'What the rule forgets'][at] ?? '') +
      Array.from({ length: minutes }, (_, line) => p(spare[(at + line + n) % spare.length] ?? '')).join(''),
  ).join('')

const third =
  p(
    'Picture a cabinet with eight drawers and a clerk who has no memory at all. He cannot know where a card went last year. All he has is a rule: count the letters of the title, write down the remainder after dividing by eight, and open that drawer. The rule does not have to be clever; it only has to give the same answer every time it is asked.',
  ) +
  p(
    `The rule is what <a href="${seriesLink(2)}">part two</a> called the clerk's handwriting: it belongs to the cabinet and not to the book. Change it and every card is in the wrong place, although no card has moved.<sup id="r1"><a href="#n1">1</a></sup> That is why cabinets are rebuilt at night, all at once, behind a closed door.`,
  ) +
  h2('crowded', 'Two cards, one drawer') +
  p(
    'Sooner or later two titles ask for the same drawer. With eight drawers and four cards it has probably happened already, and anybody who has sat in a classroom and compared birthdays knows why. There are two schools of what to do next, and they have not spoken to each other for sixty years.',
  ) +
  p(
    'The first school hangs a string in each drawer and threads the cards on it. The second walks on to the next drawer that is free, by a rule that whoever comes looking can walk again. Python belongs to the second school, and its walk is written down in a handful of lines:',
  ) +
  code('python', [
    'def find_drawer(cabinet, title):',
    '    """The drawer that holds the card, or the first free one."""',
    '    at = hash(title)',
    '    step = at  # the part of the number not yet used',
    '    while True:',
    '        drawer = cabinet[at % len(cabinet)]',
    '        if drawer is None or drawer.title == title:',
    '            return at % len(cabinet)',
    '        step >>= 5',
    '        at = at * 5 + step + 1',
  ]) +
  p(
    'Read it with a finger. The first try is the plain remainder. Every later one mixes in a few more bits of the number, until all of them have had a say; after that the walk is only five times where it stands, plus one, and that visits every drawer before it comes home.',
  ) +
  figure(
    '/drawings/drawers.svg',
    'Eight drawers, the sixth pulled out',
    'The third try finds a free drawer. The two before it belong to other titles.',
  ) +
  h2('full', 'How full is too full') +
  p(
    'An eighth of the drawers empty, and the clerk opens nine on average before he is sure that a card is not there. A third empty, and he opens three. Cabinet makers settled on the third long ago, and paid for it in wood.',
  ) +
  '<table><caption>Drawers opened until the answer is certain</caption><thead><tr><th>Full</th><th>Card is there</th><th>Card is not</th><th>Wood to spare</th></tr></thead><tbody><tr><td>One half</td><td>1.4</td><td>2.0</td><td>100 %</td></tr><tr><td>Two thirds</td><td>1.6</td><td>3.0</td><td>50 %</td></tr><tr><td>Nine tenths</td><td>2.6</td><td>10.0</td><td>11 %</td></tr></tbody></table>' +
  p(spare[3] ?? '') +
  h2('take-out', 'Taking a card out') +
  p(
    'A card that is taken out leaves a gap, and a gap tells the next searcher to stop. So the clerk puts a blank in its place: not a card, and not nothing either. Cabinets that are used for years fill up with blanks, which is the reason why rebuilding one makes it faster even when nothing was added.',
  ) +
  p(spare[1] ?? '') +
  p(spare[0] ?? '') +
  h2('order', 'And the order they came in') +
  p(
    'The newest cabinets keep a plain list beside the drawers: each drawer holds only a line number, and the cards themselves stand in the order of their arrival. The drawers became smaller, and remembering the order came free with it. It is rare that something gets better in two ways at once, and rarer that it takes twenty years to be noticed.',
  ) +
  p(spare[4] ?? '') +
  p(spare[2] ?? '') +
  '<section class="footnotes"><hr><ol><li id="n1"><p>One cabinet in the old town did move its rule by accident: a new clerk counted the spaces as well. It took a week until anybody complained, because most titles have one space. <a href="#r1">↩</a></p></li></ol></section>'

const minutes = [7, 9, 0, 16, 11, 19, 8]

export const seriesPages: DeskPages = {
  ...Object.fromEntries(
    names.map((_, at) => [
      `${host}/finding/part-${at + 1}/`,
      {
        body: deskPage({
          title: seriesTitle(at + 1),
          author: 'Mirela Dunant',
          site: 'Shelfmark',
          published: `2025-0${at + 1}-09`,
          intro: intros[at] ?? '',
          body:
            (at === 2 ? third : dull(at, minutes[at] ?? 3)) +
            (at === 3
              ? figure('/drawings/lost.png', 'A station hall', 'The hall before the signs.') +
                figure('/drawings/drawers.svg', 'Eight drawers', 'The same cabinet, seen from the stairs.')
              : ''),
        }),
      },
    ]),
  ),
  [`${host}/drawings/drawers.svg`]: { type: 'image/svg+xml', body: drawersDrawing(['0', '1', '2', '3', '4', '5', '6', '7'], 5) },
}
