import { describe, expect, it } from 'vitest'
import { completenessWords, progressWords } from './list-words.ts'

const none = { here: 0, all: 0 }

describe('a reading list in words', () => {
  it('says how long it is and how far one is', () => {
    expect(progressWords({ items: 13, minutes: 370, read: 3 })).toBe('13 items, about 6 h 10 min, 3 read.')
    expect(progressWords({ items: 1, minutes: 0, read: 0 })).toBe('1 item.')
    expect(progressWords({ items: 2, minutes: 9, read: 2 })).toBe('2 items, about 9 min, all read.')
  })

  it('counts what is on this machine and leaves out what there is none of', () => {
    expect(
      completenessWords({
        articles: { here: 12, all: 13 },
        codeBlocks: { here: 424, all: 424 },
        images: { here: 1, all: 1 },
        talks: { here: 3, all: 3, withTranscript: 2 },
        toFind: 1,
      }),
    ).toBe('On this machine: 12 of 13 articles, 424 of 424 code blocks, 1 of 1 picture; 3 talks, 2 with transcript; 1 to find.')
    expect(completenessWords({ articles: none, codeBlocks: none, images: none, talks: { ...none, withTranscript: 0 }, toFind: 2 })).toBe(
      '2 to find.',
    )
  })
})
