// What else lies on the desk of the pictures: essays, papers, talks and trouble, by made-up authors on made-up sites.
import { drawPdf } from '../../src/main/testing/site/files.ts'
import { code, deskPage, figure, h2, p, stageDrawing } from './desk-page.ts'
import type { DeskPages } from './desk-site.ts'

/** Host, site, author, title, first line, minutes. */
type Essay = readonly [host: string, site: string, author: string | null, title: string, intro: string, minutes: number]

const essays: readonly Essay[] = [
  [
    'slowcompiler.example',
    'Letters from a slow compiler',
    'Tomas Reinholt',
    'What a warning knows that an error does not',
    'An error is a wall. A warning is a neighbour who has seen you leave the house without an umbrella.',
    11,
  ],
  [
    'slowcompiler.example',
    'Letters from a slow compiler',
    'Tomas Reinholt',
    'The register that nobody wanted',
    'Sixteen names for sixteen drawers, and by a rule older than the machine one of them is always left empty.',
    17,
  ],
  [
    'harbourlight.example',
    'Harbour Light',
    'Noor Vestergaard',
    'Keeping time on a ship that keeps its own',
    'Two clocks disagree by four seconds a day. The captain trusts neither, and arrives on Thursday.',
    9,
  ],
  [
    'harbourlight.example',
    'Harbour Light',
    'Noor Vestergaard',
    'How lighthouses agreed on a language',
    'Long, short, dark, long: it took forty years until the same light meant the same rock on both coasts.',
    22,
  ],
  [
    'plainfiles.example',
    'Plain Files',
    'Edda Quill',
    'In praise of the directory',
    'A folder is a sentence about what belongs together. Most of us have not edited ours for years.',
    6,
  ],
  [
    'plainfiles.example',
    'Plain Files',
    'Edda Quill',
    'Why my notes outlived three programs',
    'They were letters, line ends, and nothing else. The fourth program opened them as if it had written them.',
    8,
  ],
  [
    'theundoindex.example',
    'The Undo Index',
    'Pavel Oriens',
    'Every undo is a small time machine',
    'To take a step back you must have kept the ground you stood on. This is an essay on what ground costs.',
    14,
  ],
  [
    'theundoindex.example',
    'The Undo Index',
    'Pavel Oriens',
    'The button that asks “are you sure?”',
    'Nobody has ever been less sure because a dialog asked. There is a better sentence, and it comes afterwards.',
    5,
  ],
  [
    'mapsforwalkers.example',
    'Maps for Walkers',
    'Ingrid Sólveig',
    'The shortest path is rarely the one you take',
    'The algorithm found eleven minutes. My grandmother found a bakery, and it took twelve.',
    13,
  ],
  [
    'mapsforwalkers.example',
    'Maps for Walkers',
    'Ingrid Sólveig',
    'Contour lines, explained with a cake',
    'Cut the cake into level slices, draw around each from above, and eat the evidence.',
    7,
  ],
  [
    'quietmachines.example',
    'Quiet Machines',
    'Aurel Matei',
    'A fan that never turns',
    'We took the fan out, then the reason for the fan, then the reason for the reason. Here is what stayed warm.',
    19,
  ],
  [
    'quietmachines.example',
    'Quiet Machines',
    'Aurel Matei',
    'Memory is a street with traffic lights',
    'Four cores want to cross. The light is called a cache line, and it has never once been green for all of them.',
    26,
  ],
  [
    'quietmachines.example',
    'Quiet Machines',
    'Aurel Matei',
    'Sleeping is the hardest thing a processor does',
    'It has to forget where it was, and remember that it forgot.',
    12,
  ],
  [
    'gardenofgrammars.example',
    'A Garden of Grammars',
    'Lucía Ferrán',
    'Pruning an ambiguous sentence',
    'I saw the man with the telescope. Two trees grow from the same seven words, and the gardener keeps one.',
    15,
  ],
  [
    'gardenofgrammars.example',
    'A Garden of Grammars',
    'Lucía Ferrán',
    'Left recursion, and how to leave a roundabout',
    'A parser drove in at noon. It was still there in the evening, taking the first exit, which is the roundabout.',
    10,
  ],
  [
    'secondedition.example',
    'Second Edition',
    null,
    'The typesetter’s list of things that go wrong at the end of a line',
    'A hyphen, a lonely letter, a number parted from its unit: a catalogue with remedies.',
    21,
  ],
  [
    'secondedition.example',
    'Second Edition',
    null,
    'What margins are for',
    'For thumbs, for notes, and for the eye that comes back and needs to know where the next line begins.',
    4,
  ],
  [
    'postcardsfromthestack.example',
    'Postcards from the Stack',
    'Hallvard Lie',
    'A backtrace is a diary written backwards',
    'It begins with the accident and ends with getting up in the morning.',
    8,
  ],
  [
    'postcardsfromthestack.example',
    'Postcards from the Stack',
    'Hallvard Lie',
    'Who holds the lock, and since when',
    'Everybody in the queue knows whom they wait for. Nobody knows that he waits for them.',
    16,
  ],
  [
    'smallhours.example',
    'Small Hours',
    'Yuki Tanabe',
    'Debugging with the lights off',
    'At three in the morning there are only two suspects, and one of them is you.',
    6,
  ],
  [
    'tidalalmanac.example',
    'The Tidal Almanac',
    'Bríd Costello',
    'Predicting the sea with brass wheels',
    'Ten wheels, one wire, and a pen: the machine that knew next year’s water by turning a crank.',
    28,
  ],
  [
    'tidalalmanac.example',
    'The Tidal Almanac',
    'Bríd Costello',
    'Why the tables were printed in red',
    'Black ink was for what had been measured. Red was for what somebody had promised.',
    5,
  ],
]

const lines = [
  'The usual account begins with the finished thing and works backwards. I would rather begin with the first version that was of any use, because its mistakes are still visible in the last one, like the seam in a coat that has been turned.',
  'Write down what you expect before you look. It takes a minute, it is a little embarrassing, and it is the only way to notice afterwards that you were surprised.',
  'There is a rule of thumb, and there is the reason for the rule, and the two have drifted apart. In what follows I keep the reason and let the thumb go.',
  'None of the people who built it would call it elegant. They would call it Tuesday: the thing had to run by Wednesday, and by Thursday three others depended on how it ran.',
  'If you remember one number from this page, let it be the ratio and not the result. Results age with the machine they were measured on; the ratio has been the same since before I started counting.',
]
const sections = ['Where it begins', 'The version that worked', 'What it costs', 'Exceptions, of course', 'What is left']
/** Some two minutes of reading each. */
const section = (at: number, minutes: number) =>
  h2(`s${at}`, sections[at] ?? '') +
  Array.from({ length: Math.max(1, Math.round(minutes * 1.05)) }, (_, line) => p(lines[(at + line) % lines.length] ?? '')).join('')
const slug = (title: string) =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
const essayAt = ([host, , , title]: Essay) => `${host}/${slug(title)}`
export const essayLinks = essays.map((essay) => `http://${essayAt(essay)}`)

type Recording = readonly [
  path: string,
  title: string,
  speakers: readonly string[],
  event: string,
  date: string,
  duration: string,
  start: number,
]
const recordings: readonly Recording[] = [
  [
    'harbourconf.example/2025/waiting-well',
    'Waiting well: schedulers for people in a hurry',
    ['Sanna Okafor', 'Luis Brandt'],
    'Harbour Conf',
    '2025-06-14',
    'PT52M18S',
    2045,
  ],
  [
    'harbourconf.example/2024/typography-of-logs',
    'The typography of a log file',
    ['Edda Quill'],
    'Harbour Conf',
    '2024-06-15',
    'PT28M40S',
    0,
  ],
  [
    'tablesandtrees.example/talks/one-million-rows',
    'One million rows and a wooden table',
    ['Aurel Matei'],
    'Tables & Trees',
    '2025-03-02',
    'PT1H46M',
    612,
  ],
]
/** Nothing answers for it here: its link and start time are all there is. */
export const linkedTalk = 'https://www.youtube.com/watch?v=emptyfile01&t=34m5s'
export const talkLinks = recordings.map(([path]) => `http://${path}`)

function talkPage([path, title, speakers, event, date, duration, start]: Recording, seed: number): string {
  const clips = [
    ['Why anybody waits', 0],
    ['Two kinds of clock', 280],
    ['A queue is a promise', 805],
    ['The loop, by hand', 1450],
    ['Building it in ten minutes', 2045],
    ['What breaks first', 2630],
    ['Questions', 2910],
  ] as const
  const video = {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: title,
    inLanguage: 'en',
    duration,
    uploadDate: `${date}T18:00:00Z`,
    description:
      'Nobody likes a queue, and everything we use is made of them. A talk with one clock, one pile of cards, and a scheduler written on stage from an empty file.',
    thumbnailUrl: '/stage.svg',
    author: speakers.map((name) => ({ '@type': 'Person', name })),
    recordedAt: { '@type': 'Place', name: event },
    hasPart: clips.map(([name, startOffset]) => ({ '@type': 'Clip', name, startOffset })),
    embedUrl: `https://www.youtube-nocookie.com/embed/desk0000${seed}00`,
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="video.other"><meta property="og:image" content="http://${path.split('/')[0]}/stage.svg"><script type="application/ld+json">${JSON.stringify(video)}</script></head><body><main><h1>${title}</h1><p>Given on the second day, in the old customs hall, to everybody who had not found a chair in the other one. The cards that were used are kept at the desk and may be looked at; please do not shuffle them.</p><iframe src="https://www.youtube-nocookie.com/embed/desk0000${seed}00${start === 0 ? '' : `?start=${start}`}" title="${title}" allowfullscreen></iframe></main></body></html>`
}

const paper = (title: string, abstract: string) => ({
  type: 'application/pdf',
  body: drawPdf(title, [
    [title, '', abstract],
    ['2', 'Every figure was drawn by hand, and twice.'],
  ]),
})

export const paperLinks = ['http://preprints.example/rings.pdf', 'http://preprints.example/forgetting.pdf']
export const otherScripts = ['http://maktaba.example/nizam', 'http://shoko.example/tana']
export const partialLink = 'http://quietmachines.example/teardown'
export const failedLinks = ['http://membersonly.example/essays/ladders', 'http://oldserver.example/about-time']
export const slowLinks = [
  'http://farawayarchive.example/scans/1',
  'http://farawayarchive.example/scans/2',
  'http://steamserver.example/engine',
  'http://windmill.example/notes',
]

export const otherPages: DeskPages = {
  ...Object.fromEntries(
    essays.map((essay, at) => {
      const [, site, author, title, intro, minutes] = essay
      const published = `2025-${String((at % 9) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`
      return [
        essayAt(essay),
        { body: deskPage({ title, author, site, published, intro, body: sections.map((_, n) => section(n, minutes)).join('') }) },
      ]
    }),
  ),
  ...Object.fromEntries(recordings.map((recording, at) => [recording[0], { body: talkPage(recording, at + 1) }])),
  'harbourconf.example/stage.svg': { type: 'image/svg+xml', body: stageDrawing(3) },
  'tablesandtrees.example/stage.svg': { type: 'image/svg+xml', body: stageDrawing(1) },
  'preprints.example/rings.pdf': paper(
    'Queues in fixed boxes, and who waits in them',
    'We show that a queue in a ring never moves its guests.',
  ),
  'preprints.example/forgetting.pdf': paper('A lower bound on forgetting', 'Whatever is thrown away last was kept too long.'),
  'quietmachines.example/teardown': {
    body: deskPage({
      title: 'A laptop, taken apart and described',
      author: 'Aurel Matei',
      site: 'Quiet Machines',
      published: '2025-05-20',
      intro: 'Forty-one screws of six kinds. The seventh kind is the one that rolled under the bench.',
      body:
        section(0, 3) +
        figure('/lost/board.png', 'The main board', 'The board, seen from below.') +
        code('c', ['static bool fan_needed(struct zone *z)', '{', '\treturn z->millidegrees > 81000;', '}']) +
        section(1, 3) +
        figure('/stage.svg', 'A bench', 'The bench afterwards.', 640, 360),
    }),
  },
  'quietmachines.example/stage.svg': { type: 'image/svg+xml', body: stageDrawing(2) },
  'membersonly.example/essays/ladders': { status: 401, body: '<h1>Members only</h1>' },
  'maktaba.example/nizam': {
    body: deskPage({
      title: 'كيف ترتَّب الكتب على الرفوف',
      author: 'سلمى الحداد',
      site: 'المكتبة',
      published: '2025-02-11',
      lang: 'ar',
      dir: 'rtl',
      intro: 'الترتيب وعدٌ بين أمين المكتبة والقارئ: أن يجد الكتاب في مكانه غدًا كما وجده اليوم.',
      body:
        p(
          'نبدأ برقم صغير على ظهر الكتاب، ثم نضيف حرفًا للمؤلف، ثم سنة الطبع. ثلاث علامات تكفي لمئة ألف كتاب، بشرط ألّا يغيّرها أحد. ولغة Python تفعل الشيء نفسه في قواميسها.',
        ).repeat(2) +
        h2('second', 'القاعدة الأولى') +
        p('من يضع الكتاب في غير موضعه يخفيه عن الجميع، وعن نفسه أولًا. لذلك يُعاد كل كتاب إلى الطاولة لا إلى الرف.').repeat(3),
    }),
  },
  'shoko.example/tana': {
    body: deskPage({
      title: '棚の番号はどこから来たのか',
      author: '田辺 ゆき',
      site: '書庫だより',
      published: '2025-04-02',
      lang: 'ja',
      intro: '本には背表紙があり、背表紙には番号がある。その番号は、誰かが歩いた道のりの記録である。',
      body:
        p(
          '最初の目録は棚の位置をそのまま書き写したものだった。棚を一つ増やすたびに、すべての番号を書き直さなければならなかったという。やがて人々は、場所ではなく内容に番号をつけることを思いついた。',
        ).repeat(2) +
        h2('second', '歩かずに探す') +
        p('番号が内容を表すなら、棚がどこへ移っても番号は変わらない。探す人は地図を見て、<em>順番</em>だけをたどればよい。').repeat(3),
    }),
  },
  ...Object.fromEntries(slowLinks.map((link) => [link.replace('http://', ''), 'silence' as const])),
}
