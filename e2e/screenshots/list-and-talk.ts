// A reading list made of a friend's note, and a talk that has its words: the two screens that need more than saving to be laid.
import { expect, type Page } from 'playwright/test'
import { dragOver } from '../select-words.ts'
import { friendsNote, talkCaptions, talkSentence } from './desk-talk.ts'
import type { Call } from './lay-the-desk.ts'
import type { Paint } from './painter.ts'

/** `talk`: the id of the talk the captions are of. */
export async function paintListAndTalk(page: Page, paint: Paint, call: Call, talk: string): Promise<void> {
  await page.goto(page.url().replace(/#.*$/, '#/add'))
  await page.getByRole('textbox', { name: 'Add' }).fill(friendsNote)
  await expect(page.getByRole('textbox', { name: 'List' })).toHaveValue('For the long train')
  await paint('add-list')
  await page.getByRole('button', { name: /^Save \d+ things/ }).click()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /For the long train/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'For the long train' })).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.mouse.move(700, 4)
  await paint('list', { also: [900, 2200] })

  await call('talk.giveTranscript', { id: talk, name: 'waiting-well.en.vtt', base64: Buffer.from(talkCaptions).toString('base64') })
  await page.goto(page.url().replace(/#.*$/, `#/item/${talk}`))
  await expect(page.frameLocator('iframe.article-frame').getByText(talkSentence)).toBeVisible()
  await dragOver(page, talkSentence)
  await expect(page.getByRole('toolbar', { name: 'Mark this passage' })).toBeVisible()
  await page.keyboard.press('2')
  await page.mouse.move(700, 4)
  await paint('talk-words', { also: [900, 2200] })
}
