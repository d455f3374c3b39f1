// What is said in the desk's first talk, as captions, and the note of a friend that recommends it beside other things.
import { talkLinks } from './desk-pages.ts'
import { seriesLink } from './desk-series.ts'

/** Seconds, the speaker, what is said; a pause stands before each. */
const spoken: readonly (readonly [number, string, string])[] = [
  [
    4,
    'Sanna Okafor',
    'Good morning. I brought a kettle, a bell and forty cards, and I would like you to be the computer. There is no other one on this stage.',
  ],
  [
    61,
    'Sanna Okafor',
    'Everybody who waits for something waits for a reason. The kettle boils, the letter arrives, the lift comes. The question of this talk is only who stands next to the kettle meanwhile.',
  ],
  [
    168,
    'Luis Brandt',
    'I stand next to the kettle. I have stood here since nine, and I have done nothing else, and I want that written down.',
  ],
  [
    284,
    'Sanna Okafor',
    'There are two kinds of clock. One tells you when it is. The other tells you when to stop waiting, and that is the one nobody winds.',
  ],
  [
    530,
    'Luis Brandt',
    'If you set the second clock too short, you ask again before anybody could have answered. If you set it too long, you are me, at the kettle.',
  ],
  [
    808,
    'Sanna Okafor',
    'A queue is a promise. It says: I have not forgotten you. It does not say when, and people who read a time into it are disappointed by their own handwriting.',
  ],
  [1122, 'Luis Brandt', 'The best thing a queue can do is to be short. The second best is to know its length and to say it aloud.'],
  [
    1453,
    'Sanna Okafor',
    'So far I have been the loop. You raised a hand, I wrote your name on a card, and when the bell rang I went back to the pile and called the next name. Nobody in this room was in charge, and you were all served.',
  ],
  [
    1716,
    'Sanna Okafor',
    'Notice what I never did. I never stood beside anybody and watched them wait. The only place in the whole room where something waits is the pile of cards, and the pile knows what for.',
  ],
  [
    2045,
    'Sanna Okafor',
    'Right. Ten minutes, an empty file, and nothing borrowed until I say so. If I get stuck, and I will, shout before I do. First line: a list. That is our pile. I am calling it ready, because everything on it is.',
  ],
  [
    2098,
    'Luis Brandt',
    'And a second list for those who are not. We shall need it in about four minutes, so it may as well be lonely now.',
  ],
  [
    2156,
    'Sanna Okafor',
    'Now a task. What is the least a task can be? Something I can poke, that works a little and then gives the floor back. Most languages have had such a thing for longer than they have had a name for it.',
  ],
  [
    2231,
    'Sanna Okafor',
    'Poke it once. It worked. Poke it again. It worked, and it remembers where it was, which is more than I do. Put it at the end of the pile, take the next one. That is a scheduler. You may go home; the rest is manners.',
  ],
  [
    2634,
    'Luis Brandt',
    'What breaks first? The one who does not give the floor back. It is never malice. It is always a loop somebody was proud of.',
  ],
  [2915, 'Sanna Okafor', 'Questions. Please keep them shorter than the answers would like to be.'],
]

const clock = (seconds: number) =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`

/** The captions as a .vtt file gives them: sentence by sentence, one breath each. */
export const talkCaptions = `WEBVTT\nLanguage: en\n\n${spoken
  .flatMap(([begins, speaker, words]) =>
    (words.match(/[^.?!:]+[.?!:]+/g) ?? [words]).map(
      (sentence, at) => `${clock(begins + at * 6)} --> ${clock(begins + at * 6 + 6)}\n<v ${speaker}>${sentence.trim()}`,
    ),
  )
  .join('\n\n')}\n`

/** A sentence of the talk worth a mark. */
export const talkSentence = 'The only place in the whole room where something waits is the pile of cards'

/** A friend's note with headings, recommendations, a cut link, and a talk that is only described. */
export const friendsNote = `# For the long train

Read these in this order, and do not skip the dull one.

## Begin here

- [How a library finds a book, part 1](${seriesLink(1)}): ten minutes, and you will look at your shelves differently.
- [Part 2](${seriesLink(2)}), which is about cards and secretly about patience.
- [Waiting well](${talkLinks[0]}#t=34m5s) - from here on she types it all in front of the room

## When the coffee comes

- [Predicting the sea with brass wheels](http://tidalalmanac.example/predicting-the-sea-with-brass-wheels): the loveliest machine I know of.
- The rest of the cabinet series: http://shelfmark.example/finding/par...
- And there is a talk, "Every clock is somebody's opinion", from about 2019, that I cannot find again.
`
