import { expect, test } from 'vitest'
import { talkLink } from './talk-link.ts'
import { talkPlayer } from './talk-player.ts'

test.each([
  ['https://youtu.be/Y4Gt3Xjd7G8?t=9', 'https://www.youtube-nocookie.com/embed/Y4Gt3Xjd7G8?start=61'],
  ['https://vimeo.com/12345678/abcdef1234', 'https://player.vimeo.com/video/12345678?dnt=1&h=abcdef1234#t=61s'],
  ['https://media.ccc.de/v/38c3-a-talk', 'https://media.ccc.de/v/38c3-a-talk/oembed#t=61'],
  ['https://archive.org/details/a-lecture', 'https://archive.org/embed/a-lecture?start=61'],
  ['https://www.youtube.com/playlist?list=PLabc_-123', null],
  ['https://www.infoq.com/presentations/a-talk/', null],
])('%s', (address, player) => {
  const link = talkLink(address)
  expect(link && talkPlayer(link, 61.9)).toBe(player)
})
