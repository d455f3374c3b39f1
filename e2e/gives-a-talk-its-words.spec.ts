// The ways to a talk's words, each by its button: where they lie open, by an installed yt-dlp, as a file. A PeerTube of this machine is the site.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SiteAnswer } from '../src/main/testing/site/site-page.ts'
import { expect, test } from './fixtures.ts'
import { saveItem } from './open-item.ts'

const uuid = '9c9de5e8-0a1e-484a-b099-e80766180a6d'
const api = `/api/v1/videos/${uuid}`
const json = (value: unknown): SiteAnswer => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
const vtt = (words: string) => `WEBVTT\n\n00:07.000 --> 00:09.000\n${words}\n`
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer })

/** A program of this name that writes down what it was given. */
async function install(bin: string, version: string, last: string): Promise<void> {
  const program = path.join(bin, 'yt-dlp')
  const lines = [
    '#!/bin/sh',
    `for a in "$@"; do printf '%s\\n' "$a" >> '${bin}/given'; [ "$a" = --version ] && { echo ${version}; exit 0; }`,
    `  [ "$was" = -o ] && out="$(echo "$a" | sed 's/\\.%(ext)s$//')"; was=$a; done`,
    `pwd >> '${bin}/folder'`,
    last,
  ]
  await writeFile(program, `${lines.join('\n')}\n`)
  await chmod(program, 0o755)
}

test('a talk is given its words by each of the ways, and no way takes another one’s words', async ({ page, site, carrel, home }) => {
  test.skip(process.platform === 'win32', 'the program is a shell script')
  const bin = path.join(home, 'bin')
  await mkdir(bin)
  site.change(api, json({ name: 'Wheels within wheels', duration: 600, language: { id: 'en' }, account: { displayName: 'Ida Example' } }))
  site.change(`${api}/chapters`, json({ chapters: [] }))
  site.change(
    `${api}/captions`,
    json({ data: [{ language: { id: 'en' }, automaticallyGenerated: false, captionPath: '/lazy-static/captions.vtt' }] }),
  )
  site.change('/lazy-static/captions.vtt', { headers: { 'content-type': 'text/vtt' }, body: '' })
  const id = await saveItem({ page, site }, `/videos/watch/${uuid}`)
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/item/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Wheels within wheels' })).toBeVisible()
  const article = page.frameLocator('iframe.article-frame').locator('article.article')
  const menu = async (name: RegExp) => {
    await page.getByRole('button', { name: /^(Other transcripts, and where|Where else) to look$/ }).click()
    await page.getByRole('menuitem', { name }).click()
  }

  // An answer of nothing is said, and so is a program that finds nothing.
  await page.getByRole('button', { name: /^Look for it on 127\.0\.0\.1/ }).click()
  await expect(page.getByText(/sent has no words in it/)).toBeVisible()
  await install(bin, '2026.08.19', 'echo "ERROR: [generic] Sign in to confirm" >&2; exit 1')
  await page.getByRole('button', { name: 'Ask yt-dlp' }).click()
  await expect(page.getByText('could not get the words: [generic] Sign in to confirm.')).toBeVisible()
  await install(bin, '2026.08.19', ': > "$out.en.vtt"')
  await page.getByRole('button', { name: 'Ask yt-dlp' }).click()
  await expect(page.getByText('yt-dlp has no words in it.')).toBeVisible()

  // An old one is asked all the same, and warned of. It was called with a list, in a folder of its own.
  await install(bin, '2026.06.09', `printf '%s' '${vtt('Heard by a machine.')}' > "$out.en-orig.vtt"; : > "$out.desktop"`)
  await page.getByRole('button', { name: 'Ask yt-dlp' }).click()
  await expect(article).toContainText('Heard by a machine.')
  await expect(page.getByText(/Transcript on this machine: English, made by a machine, 4 words, by yt-dlp/)).toBeVisible()
  await expect(page.getByText(/installed yt-dlp is older than July 2026/)).toBeVisible()
  const given = (await readFile(path.join(bin, 'given'), 'utf8')).trim().split('\n')
  expect(given.slice(-2)).toEqual(['--', `${site.url}/w/${uuid}`])
  expect(given.filter((word) => word === '--ignore-config').length).toBe(6)
  const folders = (await readFile(path.join(bin, 'folder'), 'utf8')).trim().split('\n')
  expect(new Set(folders).size).toBe(3)

  // The platform's own take the place of what a machine heard; both are here.
  site.change('/lazy-static/captions.vtt', { headers: { 'content-type': 'text/vtt' }, body: vtt('Written by people.') })
  await menu(/^Look for one on 127\.0\.0\.1/)
  // What is being read is not taken from under the eyes.
  await expect(page.getByText('Another transcript of this talk is here.')).toBeVisible()
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(article).toContainText('Written by people.')

  // What is no transcript is refused in words that help, and changes nothing.
  const field = page.getByLabel('Transcript file')
  const refused: readonly (readonly [string, Buffer, RegExp])[] = [
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /picture\.txt is neither captions nor plain text/],
    ['empty.srt', Buffer.alloc(0), /empty\.srt has no words in it/],
    ['recording.vtt', Buffer.alloc(10_000_001), /recording\.vtt is larger than the limit of 10 MB for transcripts/],
  ]
  for (const [name, bytes, words] of refused) {
    await field.setInputFiles(file(name, bytes))
    await expect(page.getByRole('alert')).toContainText(words)
  }
  await expect(article).toContainText('Written by people.')

  // The reader's own, in whatever charset, is shown from then on: what is looked for later stands beside it.
  const wide = Buffer.from(`\ufeff1\r\n00:00:07,000 --> 00:00:09,000\r\nGegeben, mit Umlauten: äöü.\r\n`, 'utf16le')
  await field.setInputFiles(file('mine.de.srt', wide))
  await expect(article).toContainText('Gegeben, mit Umlauten: äöü.')
  await expect(page.getByText(/German, 4 words, from your file mine\.de\.srt/)).toBeVisible()
  site.change('/lazy-static/captions.vtt', { headers: { 'content-type': 'text/vtt' }, body: vtt('Written anew by people.') })
  await menu(/^Look for one on 127\.0\.0\.1/)
  await page.getByRole('button', { name: 'Other transcripts, and where to look' }).click()
  await expect(page.getByRole('menuitem', { name: /^Show English/ })).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(article).toContainText('Gegeben, mit Umlauten')
  const own = await carrel(['read', id])
  expect(own.stdout).toBe('[0:07] Gegeben, mit Umlauten: äöü.\n')

  // The last one taken away, the earlier ones are still there.
  await menu(/^Remove this transcript/)
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(article).toContainText(/by people|by a machine/)
})
