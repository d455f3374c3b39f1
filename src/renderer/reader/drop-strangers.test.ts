// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readPageText } from '../page-text/page-text.ts'
import { dropStrangers } from './drop-strangers.ts'

test('what hands itself out under the DOM’s own names is gone before the text is read', () => {
  const frame = new DOMParser().parseFromString(
    `<article class="article"><p>one</p><form><input name="parentNode"><input name="nextSibling"><input name="remove">two</form>
    <img name="querySelector" alt="x"><img name="body" alt="x"><object id="firstChild"></object><embed name="getElementsByTagName"><p>three</p></article>`,
    'text/html',
  )
  dropStrangers(frame)
  const article = frame.querySelector('article')
  expect(frame.body.localName).toBe('body')
  expect(article === null ? null : readPageText(article).text).toBe('one\nthree')
})
