// Every host that was contacted stands in the settings, with when and what for; reading adds none; the list can be forgotten.
import { seriesPath, seriesTitle } from '../src/main/testing/site/series.ts'
import { expect, test } from './fixtures.ts'
import { saveItem } from './open-item.ts'

test('saving contacts a host, reading nobody', async ({ page, site }) => {
  const home = page.url().split('#')[0]
  await page.goto(`${home}#/settings/network`)
  await expect(page.getByText('Reading contacts nobody.', { exact: false })).toBeVisible()
  await expect(page.getByText('Nobody yet.', { exact: false })).toBeVisible()

  await saveItem({ page, site }, seriesPath(1))
  await page.goto(`${home}#/inbox`)
  const host = new URL(site.url).host
  const row = page.getByRole('row').filter({ hasText: host })
  await page.goto(`${home}#/settings/network`)
  await expect(row).toContainText('pages you saved or refreshed')
  await expect(row).toContainText('their pictures and files')
  const requests = await row.getByRole('cell').last().textContent()

  await page.goto(`${home}#/inbox`)
  await page
    .getByRole('link', { name: new RegExp(seriesTitle(1).split(': ')[1] ?? '') })
    .first()
    .click()
  await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible()
  await page.goto(`${home}#/settings/network`)
  await expect(row.getByRole('cell').last()).toHaveText(requests ?? '')

  await page.getByRole('textbox', { name: 'Proxy address' }).fill('socks5://nowhere')
  await expect(page.getByText('A proxy is reached over http or https, not over socks5')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use it' })).toBeDisabled()

  await page.getByRole('button', { name: 'Forget this list' }).click()
  await expect(page.getByText('Nobody yet.', { exact: false })).toBeVisible()
})
