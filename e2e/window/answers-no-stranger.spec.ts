// Who may speak to the window's core, and what may be said: every other frame, page, window and word is refused, and the core hears nothing of it.
import type { Page } from 'playwright'
import { startOnStandIn } from '../electron-stand-in/driver.ts'
import { expect, test } from '../fixtures.ts'
import { plainEnvironment } from '../run-carrel.ts'

const ours = 'carrel-app://window/'
const top = { window: 1, frame: { url: ours, inside: false } }
const refused = /only our own window may call/

/** Asks as a script of the page: whatever it gives, what comes back or the words of the error. */
const say = (page: Page, kind: string): Promise<unknown> =>
  page.evaluate(async (what) => {
    const { call } = (globalThis as unknown as { carrel: { call(...args: readonly unknown[]): Promise<unknown> } }).carrel
    const given: Record<string, readonly unknown[]> = {
      'a function': ['settings.get', () => 1],
      'an element': ['settings.get', document.body],
      'the window': ['settings.get', window],
      'a promise': ['settings.get', Promise.resolve({})],
      'a name that is no word': [{ toString: () => 'item.emptyTrash' }, {}],
      'a name every object has': ['__proto__', {}],
      'no name': [],
      'more than is asked for': ['settings.get', {}, 'and', { more: true }],
      'very much': ['item.preview', { text: 'x'.repeat(20_000_000) }],
      'very many things': ['item.move', { ids: Array.from({ length: 200_000 }, () => 'f'.repeat(32)), place: 'inbox' }],
      'names of prototypes': ['settings.change', JSON.parse('{"__proto__":{"density":"compact"}}')],
    }
    try {
      return await call(...(given[what] ?? []))
    } catch (error) {
      return `refused: ${error instanceof Error ? error.message : String(error)}`
    }
  }, kind)

test('hears our own top frames alone', async ({ home, library, browser }) => {
  const window = await startOnStandIn(browser, { env: plainEnvironment(home, library) })
  const deed = ['carrel:call', 'settings.change', { density: 'compact' }] as const
  const strangers = {
    'a frame inside our page': { window: 1, frame: { url: ours, inside: true } },
    'a copy in our frame': { window: 1, frame: { url: `${ours}copy/${'0'.repeat(32)}/`, inside: true } },
    'a page of the web in our window': { window: 1, frame: { url: 'https://attacker.example/', inside: false } },
    'a page whose name begins like ours': { window: 1, frame: { url: 'carrel-app://window.attacker.example/', inside: false } },
    'a page of our scheme with another host': { window: 1, frame: { url: 'carrel-app://other/', inside: false } },
    'a file': { window: 1, frame: { url: 'file:///carrel-app://window/', inside: false } },
    'an empty page': { window: 1, frame: { url: 'about:blank', inside: false } },
    'a page made of data': { window: 1, frame: { url: 'data:text/html,x', inside: false } },
    'a frame that is gone': { window: 1, frame: null },
    'contents of no window of ours': { window: null, frame: { url: ours, inside: false } },
  }
  for (const [who, speaker] of Object.entries(strangers)) expect(await window.speakAs(speaker, ...deed), who).toMatch(refused)
  for (const channel of [
    'carrel:event',
    'carrel:call2',
    'CARREL:CALL',
    '__proto__',
    'ELECTRON_BROWSER_REQUIRE',
    'shell:openExternal',
    '',
  ]) {
    expect(await window.speakAs(top, channel, 'settings.change', { density: 'compact' }), channel).toMatch(/No handler registered/)
  }

  // A window that was closed has nothing more to say; the others still have.
  await window.chooseInMenu('File', 'Add links…')
  const { value } = (await window.speakAs(top, 'carrel:call', 'library.welcome', {})) as { value: { item: { id: string } } }
  await window.speakAs(top, 'carrel:call', 'window.open', { id: value.item.id })
  await expect.poll(() => window.pages().length).toBe(2)
  const second = { window: 2, frame: { url: ours, inside: false } }
  expect(await window.speakAs(second, 'carrel:call', 'settings.get', {})).toMatchObject({ ok: true, value: { density: 'comfortable' } })
  await window.closeWindow(1)
  await expect.poll(() => window.pages().length).toBe(1)
  expect(await window.speakAs(second, ...deed)).toMatch(refused)
  expect(await window.speakAs(top, 'carrel:call', 'settings.get', {})).toMatchObject({ ok: true, value: { density: 'comfortable' } })
  expect(await window.close()).toBe(0)
  expect(window.violations).toEqual([])
})

test('answers strange words with a failure of the contract, and lives', async ({ home, library, browser }) => {
  const window = await startOnStandIn(browser, { env: plainEnvironment(home, library) })
  const { page } = window
  const invalid = { ok: false, failure: { code: 'input.invalid' } }
  const unknown = { ok: false, failure: { code: 'call.unknown' } }
  for (const what of ['a function', 'an element', 'the window', 'a promise']) {
    expect(JSON.stringify(await say(page, what)), what).toMatch(/^"refused: |input\.invalid/)
  }
  expect(JSON.stringify(await say(page, 'a name that is no word'))).toMatch(/^"refused: |call\.unknown/)
  expect(await say(page, 'a name every object has')).toMatchObject(unknown)
  expect(await say(page, 'no name')).toMatchObject(unknown)
  expect(await say(page, 'more than is asked for')).toMatchObject({ ok: true })
  expect(await say(page, 'very much')).toMatchObject(invalid)
  expect(await say(page, 'very many things')).toMatchObject(invalid)
  await say(page, 'names of prototypes')

  for (const [name, input] of [
    [undefined, undefined],
    [null, {}],
    [7, {}],
    [['settings.get'], {}],
    ['settings.get', undefined],
    ['settings.change', 2n ** 80n],
    ['settings.change', new Uint8Array(1_000_000)],
  ] as const) {
    expect(await window.speakAs(top, 'carrel:call', name, input), String(name)).toMatchObject({ ok: false })
  }
  // Objects of other kinds without fields of their own ask for nothing, and get no more than that.
  for (const kind of [new Map([['density', 'compact']]), new Date(0), new Set(['density'])]) {
    expect(await window.speakAs(top, 'carrel:call', 'settings.change', kind)).toHaveProperty('ok')
  }
  expect(await window.speakAs(top, 'carrel:call', 'settings.get', {})).toMatchObject({ ok: true, value: { density: 'comfortable' } })
  expect(await window.close()).toBe(0)
  // The stand-in tells loudly what real Electron would refuse to clone; that is what was tried here.
  expect(window.violations).toEqual([])
})
