// Parts 8 to 13 of "Small structures": what each is called, says and shows. series.ts makes pages of them.
import { cLines, diffLines, fenced, linePerBlock, pygments, pythonLines, rustLines } from './code-blocks.ts'
import { figure, p, type SeriesPart } from './series-part.ts'

export const lateParts: readonly SeriesPart[] = [
  {
    slug: 'binary-heap',
    name: 'The binary heap',
    published: '2025-04-15',
    intro:
      'A binary heap is a tree without pointers: the children of seat n sit at 2n + 1 and 2n + 2, and the most urgent thing is always in seat zero.',
    sections: [
      [
        'sift-up',
        'Sifting up',
        p(
          'A newcomer takes the last seat and changes places with its parent as long as it is more urgent. The first version of this page had a mistake in the condition, shown here because readers learn more from it than from the correction.',
        ) +
          fenced('diff', diffLines) +
          linePerBlock('python', pythonLines.slice(6)),
      ],
      [
        'sift-down',
        'Sifting down',
        p(
          'When the first one leaves, the last one takes the seat and sinks to where it belongs, always changing places with the more urgent child.',
        ) +
          pygments('c', cLines.slice(0, 4)) +
          figure('<img src="/pictures/heap.png" alt="A heap as a tree and as an array">', 'The same heap, twice.'),
      ],
    ],
  },
  {
    slug: 'rope',
    name: 'The rope',
    published: '2025-04-29',
    intro:
      'A rope is a text cut into pieces that are held together by a tree. Cutting and joining books becomes as cheap as cutting and joining notes.',
    sections: [
      [
        'leaves',
        'Leaves',
        p(
          'Only the leaves hold letters. Inner nodes hold one number: how many letters hang to their left, which is all one needs to find the letter at a place.',
        ) + fenced('rust', rustLines),
      ],
      [
        'history',
        'A history for free',
        p(
          'Because pieces are never changed, an old version of the text is just an old root. Undo is a list of roots; <a href="../small-structures-3-gap-buffer/">the gap buffer</a> has to remember what it did instead.',
        ) + figure('<img src="/pictures/rope.png" alt="A tree with four pieces of text">', 'Four pieces, one sentence.'),
      ],
    ],
  },
  {
    slug: 'least-recently-used',
    name: 'The cache that forgets',
    published: '2025-05-13',
    intro:
      'A cache of fixed size has to forget. The least recently used entry goes first, which is a guess about the future made from the past, like most guesses.',
    sections: [
      [
        'two-structures',
        'Two structures in one',
        p(
          'A table finds the entry, a doubly linked list knows its age. Touching an entry takes it out of the line and puts it at the front; what hangs at the back is the next to go.',
        ) +
          figure('<img src="/pictures/drawing.svg" alt="Head and tail of a list">', 'A drawing in vectors.') +
          figure('<img src="/pictures/square.gif" alt="A square">', 'An old format.'),
      ],
      [
        'scans',
        'Scans spoil it',
        p(
          'One long scan touches everything once and throws out what was touched every day. Databases therefore keep newcomers in a waiting room until they are asked for a second time.',
        ) +
          figure('<img src="/pictures/photo.webp" alt="A slope of colour">', 'A newer format.') +
          figure('<img src="/pictures/cache.png" alt="A line of entries">', 'The waiting room.'),
      ],
    ],
  },
  {
    slug: 'fenwick-tree',
    name: 'The Fenwick tree',
    published: '2025-05-27',
    intro:
      'A Fenwick tree adds up the beginning of a list that keeps changing. It needs no more room than the list and two lines of code that look like a misprint.',
    sections: [
      [
        'lowest-bit',
        'The lowest bit',
        p(
          'Seat n is responsible for as many entries as its lowest set bit says, and that bit is n &amp; -n. Walking down removes it; walking up adds it.',
        ) +
          '<table><thead><tr><th>n</th><th>binary</th><th>responsible for</th></tr></thead><tbody><tr><td>4</td><td><code>100</code></td><td>$1 \\ldots 4$</td></tr><tr><td>5</td><td><code>101</code></td><td>$5$</td></tr><tr><td>6</td><td><code>110</code></td><td>$5 \\ldots 6$</td></tr></tbody></table>',
      ],
      [
        'two-lines',
        'Two lines',
        p('A sum and an update have three lines each, and the middle one is the same up to a sign.') +
          fenced('python', [
            'def total(sums, n):',
            '    answer = 0',
            '    while n:',
            '        answer += sums[n]',
            '        n -= n & -n',
            '    return answer',
          ]) +
          figure('<img src="/pictures/sums.png" alt="Ranges of a Fenwick tree">', 'Who adds up what.'),
      ],
    ],
  },
  {
    slug: 'open-addressing',
    name: 'Open addressing',
    published: '2025-06-10',
    intro:
      'A hash table without lists: whoever finds the seat taken goes on to the next free one, and whoever searches walks the same way until a free seat says stop.',
    sections: [
      [
        'probing',
        'Probing',
        p(
          'Neighbours are cheap to visit, because they came along with the cache line. That is why the simplest way of probing beats cleverer ones until the table is three quarters full.',
        ) +
          '<ul><li>Linear probing<ul><li>visits neighbours</li><li>builds clusters</li></ul></li><li>Double hashing<ul><li>jumps about</li><li>misses the cache</li></ul></li></ul>' +
          figure('<img src="/pictures/probe.png" alt="A row of seats with a cluster">', 'A cluster grows.'),
      ],
      [
        'graves',
        'Graves',
        p('A removed entry leaves a grave behind, or the search would stop too early.') +
          '<blockquote><p>Deleting from an open table is easy; it is the searching afterwards that is hard.</p></blockquote><dl><dt>Load</dt><dd>Entries divided by seats.</dd><dt>Grave</dt><dd>A seat that is free but does not say so.</dd></dl>',
      ],
    ],
  },
  {
    slug: 'arena',
    name: 'The arena, and farewell',
    published: '2025-06-24',
    intro:
      'An arena hands out memory by moving one pointer and takes everything back at once. It is the smallest structure of all, and all the others can live in it.',
    sections: [
      [
        'one-pointer',
        'One pointer',
        p(
          'There is no freeing of single things; the arena is freed when the work is done. Compilers and servers work that way, for their work has an end: one file, one request.',
        ) + figure('<img src="/pictures/arena.png" alt="A block with a pointer">', 'One pointer moves.'),
      ],
      [
        'where-we-were',
        'Where we were',
        p(
          'If you have read all thirteen, you have met <a href="../small-structures-1-ring-buffer/#full-or-empty">rings that are full or empty</a>, <a href="../small-structures-4-skip-list/#tossing-coins">coins</a>, <a href="../small-structures-12-open-addressing/#graves">graves</a> and <a href="../small-structures-10-least-recently-used/">a cache that forgets</a>. Thank you for your patience with small things.',
        ),
      ],
    ],
  },
]
