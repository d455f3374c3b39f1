// Parts 1 to 7 of "Small structures": what each is called, says and shows. series.ts makes pages of them.
import { cLines, fenced, pygments, pygmentsTable, pythonLines, shellLines } from './code-blocks.ts'
import { figure, lazy, p, type SeriesPart } from './series-part.ts'

export const earlyParts: readonly SeriesPart[] = [
  {
    slug: 'ring-buffer',
    name: 'The ring buffer',
    published: '2025-01-07',
    intro:
      'A ring buffer is a queue that never moves its guests. Two numbers walk round a fixed box, and whoever arrives late sits where somebody left early.',
    sections: [
      [
        'the-box',
        'The box',
        p(
          'Everything happens inside one array that is made once. The queue is what lies between the head and the head plus the count, counted round the corner with a remainder; nothing is ever copied to make room.',
        ) + pygments('python', pythonLines),
      ],
      [
        'full-or-empty',
        'Full or empty?',
        p(
          'When head and tail meet, the ring is either full or empty, and the two look alike. Keeping the count apart settles it; keeping one seat free settles it as well and needs one number less.',
        ) +
          figure(
            '<img src="/pictures/ring.png" width="160" height="96" alt="A ring of eight seats, five of them taken">',
            'Five guests in eight seats.',
          ) +
          fenced('console', shellLines),
      ],
    ],
  },
  {
    slug: 'bit-set',
    name: 'The bit set',
    published: '2025-01-21',
    intro:
      'Sixty-four yes-or-no answers fit into one machine word. A bit set is the decision to take that offer seriously, and to pay for a thousand answers with sixteen words.',
    sections: [
      [
        'words-and-bits',
        'Words and bits',
        p(
          'The number of a bit splits into the word that holds it and its seat in that word: a shift and a mask. Compilers know the trick and make two instructions of it, which is why nobody notices how often it runs.',
        ) + pygmentsTable('c', cLines),
      ],
      [
        'counting',
        'Counting members',
        p(
          'Counting the members is a sum of population counts. The picture that belonged here was lost with an old disk; the paragraph stays, because the sentence about lost pictures is true of most archives.',
        ) +
          figure('<img src="/pictures/lost-with-the-disk.png" alt="A table of population counts">', 'This picture is gone.') +
          figure('<img src="/pictures/bits.png" alt="Sixty-four bits in a row">', 'This one is not.'),
      ],
    ],
  },
  {
    slug: 'gap-buffer',
    name: 'The gap buffer',
    published: '2025-02-04',
    intro:
      'An editor types where the cursor is. A gap buffer keeps its free space exactly there, so that typing costs nothing and only wandering about has a price.',
    sections: [
      [
        'moving-the-gap',
        'Moving the gap',
        p(
          'To move the cursor by n letters, n letters hop over the gap. Writers hop little; programs that search and replace hop a lot and are better served by a rope, which <a href="../small-structures-9-rope/#leaves">part nine</a> explains.',
        ) +
          '<table><caption>What it costs</caption><thead><tr><th>Operation</th><th>Gap buffer</th><th>Plain array</th></tr></thead><tbody><tr><td>Type one letter</td><td>1</td><td>n</td></tr><tr><td>Move by k</td><td>k</td><td>0</td></tr><tr><td rowspan="2">Search</td><td colspan="2">n, both of them</td></tr><tr><td>n + 1</td><td>n</td></tr></tbody></table>',
      ],
      [
        'growing',
        'Growing',
        p(
          'When the gap is used up the array doubles, and the new half becomes gap. Doubling is wasteful once and cheap on average, which is the whole theory of amortised cost in one breath.',
        ) + figure('<img src="/pictures/gap.png" alt="Letters before and after the gap">', 'The gap follows the cursor.'),
      ],
    ],
  },
  {
    slug: 'skip-list',
    name: 'The skip list',
    published: '2025-02-18',
    intro:
      'A skip list is a linked list with an express line above it, and an express line above that. Which stations the express serves is decided by tossing a coin.',
    sections: [
      [
        'tossing-coins',
        'Tossing coins',
        `${p(
          'Each node rises one level with probability $p = \\frac{1}{2}$, so level $k$ holds about $n \\cdot 2^{-k}$ of the nodes, and the expected height is $O(\\log n)$ whatever the order of arrival.',
        )}<p>The expected number of steps is bounded by</p>\n<p>$$ E[S] \\le \\sum_{k=1}^{\\log_2 n} \\frac{1}{p} = 2 \\log_2 n $$</p>`,
      ],
      [
        'no-rotations',
        'No rotations',
        p(
          'Trees keep their balance by rotating; a skip list never had any to lose. A ticket to the concert costs $5 at the door and $7 in advance, and neither price is mathematics.',
        ) + figure('<img src="/pictures/levels.png" alt="Three levels of a skip list">', 'Three levels, and who was lucky.'),
      ],
    ],
  },
  {
    slug: 'bloom-filter',
    name: 'The Bloom filter',
    published: '2025-03-04',
    intro: 'A Bloom filter answers "certainly not" or "probably", and it answers from a box far too small to hold what it was told.',
    sections: [
      [
        'false-hopes',
        'False hopes',
        p(
          'Every member sets a few bits; a stranger whose bits happen to be set already is let in by mistake.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup> The error can be computed in advance and bought down with more bits.<sup id="fnref:2"><a href="#fn:2" class="footnote-ref">2</a></sup>',
        ),
      ],
      [
        'no-farewell',
        'No farewell',
        p(
          'Nobody can be taken out again, for nobody knows who else needs the bit. Counting filters repair that and give back most of the space that was saved.',
        ) +
          figure('<img src="/pictures/filter.png" alt="Three hashes point into a row of bits">', 'Three hashes, one stranger.') +
          '<div class="footnotes"><hr><ol><li id="fn:1"><p>The mistake is called a false positive; its opposite cannot happen here.&#160;<a href="#fnref:1" class="footnote-backref">&#8617;</a></p></li><li id="fn:2"><p>Ten bits a member give about one mistake in a hundred.&#160;<a href="#fnref:2" class="footnote-backref">&#8617;</a></p></li></ol></div>',
      ],
    ],
  },
  {
    slug: 'trie',
    name: 'The trie',
    published: '2025-03-18',
    intro:
      'A trie stores words by spelling them. Words that begin alike share their beginning, and looking a word up takes as many steps as it has letters, however many words there are.',
    sections: [
      [
        'sharing-beginnings',
        'Sharing beginnings',
        p(
          'Completion is what tries are for: walk down the letters typed so far, and everything below is an answer. The pictures on this page load when you scroll to them, or so the page says.',
        ) + figure(lazy('/pictures/trie.png', 'The words car, card and care as a trie'), 'Three words, five nodes.'),
      ],
      [
        'thin-branches',
        'Thin branches',
        p(
          'Most nodes have one child. Joining such chains into one edge makes a radix tree, which is a trie that went on a diet and kept its friends.',
        ) + figure(lazy('/pictures/photo.jpg', 'A real tree, photographed in the evening'), 'A tree that is not a trie.'),
      ],
    ],
  },
  {
    slug: 'union-find',
    name: 'Union and find',
    published: '2025-04-01',
    intro:
      'Who belongs together? Union-find keeps a forest in which every tree is a club and every root its chairman, and it forgets everything about a club except the chairman.',
    sections: [
      [
        'asking-upwards',
        'Asking upwards',
        p(
          'To find your chairman, ask your parent, who asks theirs. On the way back everybody remembers the answer, and the next question is short.',
        ) +
          figure(
            '<img src="/pictures/wide-320.png" srcset="/pictures/wide-320.png 320w, /pictures/wide-640.png 640w, /pictures/wide-1280.png 1280w" sizes="(max-width: 600px) 100vw, 640px" alt="A forest before and after compression">',
            'Before and after.',
          ),
      ],
      [
        'joining-clubs',
        'Joining clubs',
        p(
          'The smaller club joins the larger, never the other way round. With both rules together the cost per question grows so slowly that no machine will ever see it reach five.',
        ) +
          figure(
            '<picture><source type="image/webp" srcset="/pictures/photo.webp"><source srcset="/pictures/wide-640.png 2x"><img src="/pictures/forest.png" alt="Two trees become one"></picture>',
            'The smaller one bows.',
          ),
      ],
    ],
  },
]
