// A page of another site, and of another port of this machine, in the very browser that has the library open: whatever a page can ask a browser
// to do against the loopback door, it reads nothing, changes nothing and learns nothing. And the token is out of the address at once.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { plainEnvironment } from './run-carrel.ts'
import { serveLibrary } from './served-library.ts'

type Stranger = { readonly port: number; close(): Promise<void> }

/** A web server of somebody else, with one empty page. */
async function openStranger(): Promise<Stranger> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>stranger</title><body></body>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What a script of the page gets out of the door; every entry is a way that let something through. Runs in the page. */
async function tryEverything({ door, copy, asset }: { readonly door: string; readonly copy: string; readonly asset: string }) {
  const got: string[] = []
  const deed = JSON.stringify({ density: 'compact' })
  const call = `${door}/call/settings.change`
  const paths = ['/', copy, asset, '/events', '/call/settings.get', '/index.html']

  const fetched = async (what: string, url: string, options: RequestInit): Promise<void> => {
    const answer = await fetch(url, options).catch(() => null)
    // An opaque answer says nothing; any other is one too many.
    if (answer !== null && answer.type !== 'opaque') got.push(`${what} was answered ${answer.status}`)
    if (answer !== null && (await answer.text().catch(() => '')) !== '') got.push(`${what} could be read`)
  }
  for (const path of paths) {
    await fetched(`fetch ${path}`, door + path, { credentials: 'include' })
    await fetched(`opaque fetch ${path}`, door + path, { credentials: 'include', mode: 'no-cors' })
    await fetched(`same-origin fetch ${path}`, door + path, { mode: 'same-origin' })
  }
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    const headers = { 'content-type': type }
    await fetched(`post ${type}`, call, { method: 'POST', body: deed, headers, credentials: 'include' })
    await fetched(`opaque post ${type}`, call, { method: 'POST', body: deed, headers, credentials: 'include', mode: 'no-cors' })
    await fetched(`kept post ${type}`, call, {
      method: 'POST',
      body: deed,
      headers,
      credentials: 'include',
      mode: 'no-cors',
      keepalive: true,
    })
  }
  await fetched('a guessed token', call, {
    method: 'POST',
    body: deed,
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
  })
  navigator.sendBeacon(call, new Blob([deed], { type: 'text/plain' }))
  navigator.sendBeacon(call, new Blob([deed], { type: 'application/json' }))

  const loaded = (element: HTMLElement): Promise<boolean> =>
    new Promise((resolve) => {
      element.addEventListener('load', () => resolve(true))
      element.addEventListener('loadeddata', () => resolve(true))
      element.addEventListener('error', () => resolve(false))
      setTimeout(() => resolve(false), 2_000)
      document.body.append(element)
    })
  const make = (tag: string, attributes: Record<string, string>): HTMLElement => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  }
  const embedded = paths.flatMap((path): readonly (readonly [string, HTMLElement])[] => [
    [`img ${path}`, make('img', { src: door + path })],
    [`img with credentials ${path}`, make('img', { src: door + path, crossorigin: 'use-credentials' })],
    [`script ${path}`, make('script', { src: door + path })],
    [`module ${path}`, make('script', { src: door + path, type: 'module', crossorigin: 'use-credentials' })],
    [`style ${path}`, make('link', { rel: 'stylesheet', href: door + path })],
    [`preload ${path}`, make('link', { rel: 'preload', as: 'image', href: door + path })],
    [`video ${path}`, make('video', { src: door + path })],
  ])
  const results = await Promise.all(embedded.map(async ([what, element]) => ((await loaded(element)) ? [what] : [])))
  got.push(...results.flat().map((what) => `${what} was loaded`))

  // Frames of any kind: an error page has an origin of its own, so nothing of it can be read; Playwright looks inside.
  for (const [n, path] of paths.entries()) {
    for (const tag of ['iframe', 'object', 'embed'])
      document.body.append(make(tag, { [tag === 'object' ? 'data' : 'src']: door + path, name: `f${n}` }))
  }
  for (const [n, type] of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'].entries()) {
    const target = make('iframe', { name: `posted${n}` })
    const form = make('form', { action: call, method: 'post', enctype: type, target: `posted${n}` }) as HTMLFormElement
    form.append(make('input', { name: deed.slice(0, -1), value: '}' }))
    document.body.append(target, form)
    form.submit()
  }

  const socket = await new Promise<boolean>((resolve) => {
    const opened = new WebSocket(`${door.replace('http', 'ws')}/events`)
    opened.onopen = () => resolve(true)
    opened.onerror = () => resolve(false)
  })
  if (socket) got.push('a socket was opened')
  const heard = await new Promise<boolean>((resolve) => {
    const stream = new EventSource(`${door}/events`, { withCredentials: true })
    stream.onopen = () => resolve(true)
    stream.onerror = () => resolve(false)
    setTimeout(() => resolve(false), 2_000)
  })
  if (heard) got.push('events were heard')
  await new Promise((resolve) => setTimeout(resolve, 500))
  return got
}

/** The words of every frame and window that is not the stranger's own. */
async function readAll(context: BrowserContext, own: Page): Promise<string> {
  const frames = context.pages().flatMap((page) => (page === own ? page.frames().slice(1) : []))
  const texts = await Promise.all(frames.map((frame) => frame.evaluate(() => document.documentElement.outerHTML).catch(() => '')))
  return texts.join('\n')
}

test('no page of another site or port gets anything out of an open library', async ({ home, library, site, carrel, browser }, info) => {
  test.skip(info.project.name !== 'browser', 'the window has no loopback door')
  const saved = (await carrel(['save', `${site.url}/blog/small-structures-1-ring-buffer/`, '--json'])).json() as {
    id: string
    title: string
  }
  const served = await serveLibrary(plainEnvironment(home, library))
  const stranger = await openStranger()
  const context = await browser.newContext()
  const door = new URL(served.url).origin
  const token = new URL(served.url).searchParams.get('token') ?? ''
  try {
    const owner = await context.newPage()
    await owner.goto(served.url)
    await expect(owner.getByRole('row').filter({ hasText: saved.title })).toBeVisible()

    // Out of the address, the history, the scripts' reach.
    expect(owner.url()).toBe(`${door}/`)
    const devtools = await context.newCDPSession(owner)
    const { entries } = await devtools.send('Page.getNavigationHistory')
    expect(entries.map(({ url }) => url).join(' ')).not.toContain(token)
    const told = await owner.evaluate(() => [
      document.referrer,
      document.cookie,
      document.documentElement.outerHTML,
      performance.getEntries().map(({ name }) => name),
      { ...localStorage, ...sessionStorage },
    ])
    expect(JSON.stringify(told)).not.toContain(token)

    const opened = (await owner.evaluate(async (id) => {
      const answer = await fetch('/call/item.open', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id }),
      })
      return answer.json()
    }, saved.id)) as { value: { framePath: string } }
    const copy = opened.value.framePath
    const asset = await owner.evaluate(
      async (path) => path + (/asset\/[0-9a-f]{64}/.exec(await (await fetch(path)).text())?.[0] ?? ''),
      copy,
    )
    expect(asset).toMatch(/asset\/[0-9a-f]{64}$/)

    // By 127.0.0.1 another port is the same site, and gets the cookie sent along; by localhost it is another one.
    for (const name of ['127.0.0.1', 'localhost']) {
      const page = await context.newPage()
      await page.goto(`http://${name}:${stranger.port}/`)
      expect(await page.evaluate(tryEverything, { door, copy, asset }), name).toEqual([])
      expect(await readAll(context, page), name).not.toContain(saved.title)
      expect(
        await page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map(({ name: asked }) => asked)
            .join(' '),
        ),
      ).not.toContain(token)

      // A window it opens itself is a stranger to it, and shows nothing: the browser says where it was opened from.
      const [popup] = await Promise.all([
        context.waitForEvent('page'),
        page.evaluate((url) => Object.assign(globalThis, { opened: open(url) }), door),
      ])
      await popup.waitForLoadState()
      expect(await popup.content()).not.toContain(saved.title)
      const reach = await page.evaluate(() => {
        const { opened } = globalThis as unknown as { opened: Window | null }
        try {
          return opened?.document.body.textContent ?? ''
        } catch {
          return ''
        }
      })
      expect(reach).not.toContain(saved.title)
      await popup.close()
      await page.close()
    }

    const settings = await owner.evaluate(async () => {
      const answer = await fetch('/call/settings.get', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
      return answer.json()
    })
    expect(settings).toMatchObject({ ok: true, value: { density: 'comfortable' } })
  } finally {
    await context.close()
    await stranger.close()
    await served.close()
  }
})

test('a link with the token that is clicked on another page opens the library and leaves nothing of it', async ({
  home,
  library,
  browser,
}, info) => {
  test.skip(info.project.name !== 'browser', 'the window has no loopback door')
  const served = await serveLibrary(plainEnvironment(home, library))
  const stranger = await openStranger()
  const context = await browser.newContext()
  const token = new URL(served.url).searchParams.get('token') ?? ''
  try {
    const page = await context.newPage()
    await page.goto(`http://localhost:${stranger.port}/`)
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: 'open' })
      document.body.append(link)
      link.click()
    }, served.url)
    await page.waitForURL(`${new URL(served.url).origin}/`)
    await expect(page.getByRole('textbox').first()).toBeVisible()
    const devtools = await context.newCDPSession(page)
    const { entries } = await devtools.send('Page.getNavigationHistory')
    expect(entries.map(({ url }) => url).join(' ')).not.toContain(token)
    expect(await page.evaluate(() => document.referrer)).not.toContain(token)
  } finally {
    await context.close()
    await stranger.close()
    await served.close()
  }
})
