// The reader looks after the library: a backup is made and shown, a saved file that was lost is found out and fetched again.
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { seriesPath } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'
import { saveItem } from './open-item.ts'

test('a backup is made when asked, and told in the settings', async ({ page, library }) => {
  const home = page.url().split('#')[0]
  await page.goto(`${home}#/settings/storage`)
  const backups = page.getByRole('region', { name: 'Backups' })
  await expect(backups).toContainText('none yet')
  await backups.getByRole('button', { name: 'Back up now' }).click()
  await expect(backups).toContainText('1 backup')
  await expect(backups).not.toContainText('none yet')
  expect(readdirSync(path.join(library, 'backups')).filter((name) => /^library-.*\.db$/.test(name))).toHaveLength(1)
})

test('a saved file that is gone is found out, said on its item, and fetched again', async ({ page, site, library }) => {
  const home = page.url().split('#')[0]
  await saveItem({ page, site }, seriesPath(1))
  const blobs = path.join(library, 'blobs')
  for (const name of readdirSync(blobs, { recursive: true, encoding: 'utf8' })) {
    if (/[0-9a-f]{64}$/.test(name)) rmSync(path.join(blobs, name))
  }
  await page.goto(`${home}#/settings/diagnostics`)
  const files = page.getByRole('region', { name: 'Saved files' })
  await files.getByRole('button', { name: 'Check and repair the saved files' }).click()
  await expect(files).toContainText('missing')
  await expect(files).toContainText('1 item should be fetched again')
  await files.getByRole('button', { name: 'Fetch them again' }).click()
  await expect(files).toContainText('They are being fetched')
  await expect(async () => {
    await files.getByRole('button', { name: 'Check and repair the saved files' }).click()
    await expect(files).toContainText('all whole', { timeout: 2_000 })
  }).toPass()
})

test('a library whose file is damaged is repaired from the command line', async ({ carrel, site, library }) => {
  await carrel(['save', `${site.url}${seriesPath(1)}`, '--json'])
  rmSync(path.join(library, 'library.db'))
  const refused = await carrel(['list'])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('carrel doctor --repair')
  const served = await carrel(['serve', '--no-open'])
  expect({ code: served.code, said: served.stderr }).toEqual({ code: 1, said: refused.stderr })
  const repaired = await carrel(['doctor', '--repair', '--json'])
  expect(JSON.parse(repaired.stdout)).toMatchObject({ library: 'anew', reread: { copies: 1, items: 1 }, files: { missing: 0, damaged: 0 } })
  expect(JSON.parse((await carrel(['list', '--json'])).stdout)).toMatchObject([{ state: 'complete' }])
})
