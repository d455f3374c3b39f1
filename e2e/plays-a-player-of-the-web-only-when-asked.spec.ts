// A player of the web is loaded when it is asked for, from the host it names, and goes with the screen. The window loads none.
import { expect, test } from './fixtures.ts'
import { saveItem } from './open-item.ts'

const host = 'www.youtube-nocookie.com'

test('a player of the web is loaded only when asked, and says whom it contacts', async ({ page, site, carrel }, info) => {
  const asked: string[] = []
  if (info.project.name === 'browser')
    await page.route(`https://${host}/**`, (route) => {
      asked.push(`${route.request().url()} from ${route.request().headers().referer}`)
      return route.fulfill({ contentType: 'text/html', body: '<p>Here it plays</p><script>document.body.append(" by script")</script>' })
    })
  const id = await saveItem({ page, site }, '/talks/small-machines/')
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/item/${id}`)
  await expect(page.getByText('There is no transcript yet.')).toBeVisible()
  const play = page.getByRole('button', { name: `contacts ${host}` })
  if (info.project.name === 'desktop') {
    await expect(page.getByRole('button', { name: /in the browser/ }).first()).toBeVisible()
    return expect(play).toHaveCount(0)
  }
  await expect(play).toBeVisible()
  expect(asked).toEqual([])
  await play.click()
  const outer = page.frameLocator('.web-player iframe')
  await expect(outer.frameLocator('iframe').getByText('Here it plays by script')).toBeVisible()
  // The player learns the machine's own origin, and nothing of what is read there.
  expect(asked).toEqual([`https://${host}/embed/sm4llm4ch1n?start=0 from ${new URL(page.url()).origin}/`])
  await page.evaluate(() => {
    location.hash = '#/inbox'
  })
  await expect(page.locator('.web-player')).toHaveCount(0)
  const contacts = await carrel(['call', 'network.contacts', '{}'])
  expect(JSON.stringify(contacts.json())).toContain(host)
})
