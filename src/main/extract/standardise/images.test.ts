import { expect, test } from 'vitest'
import { elementsOf } from '../dom-walk.ts'
import { parsePage } from '../parse-page.ts'
import { standardiseImages } from './images.ts'

const kept = (html: string): number => {
  const document = parsePage(html)
  standardiseImages(document, 'https://e.org/a/')
  return elementsOf(document, 'img').length
}

test.each([
  ['<img src="railway/track.png" width="900" height="600">', 1],
  ['<img src="count.png">', 1],
  ['<img src="sprite.png" class="pixel-art">', 1],
  ['<img src="a.jpg" class="tracking-wide">', 1],
  ['<img src="a.jpg" width="2" height="2">', 0],
  ['<img src="a.jpg" width="1" height="1">', 0],
  ['<img src="https://e.org/pixel.gif">', 0],
  ['<img src="https://e.org/count.gif?id=1">', 0],
  ['<img src="https://e.org/x.png" class="tracking-pixel">', 0],
])('a tracking pixel is known by its size, whole name or host: %s', (html, left) => expect(kept(html)).toBe(left))
