import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { expect, it } from 'vitest'
import type { Answer, PublishedEvent } from '../../shared/contract.ts'
import { callChannel, eventChannel, openIpc } from './ipc.ts'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

// A pretend port: Electron's side of the channel, with the parts of its event that we look at.
function openPort() {
  const handlers = new Map<string, Listener>()
  const sent: unknown[] = []
  const asked: unknown[] = []
  const hearers = new Set<(event: PublishedEvent) => void>()
  const contents = { send: (...args: unknown[]) => sent.push(args) } as unknown as WebContents
  const close = openIpc({
    ipcMain: {
      handle: (channel, listener) => handlers.set(channel, listener as Listener),
      removeHandler: (channel) => handlers.delete(channel),
    },
    core: {
      call: async (name, input) => {
        asked.push([name, input])
        return { ok: true, value: { done: 1 } } as Answer
      },
      listen: (hear) => {
        hearers.add(hear)
        return () => hearers.delete(hear)
      },
    },
    ours: () => [contents],
  })
  const speak = (sender: WebContents, frame: { url: string; parent: unknown } | null, ...args: unknown[]): unknown =>
    handlers.get(callChannel)?.({ sender, senderFrame: frame } as unknown as IpcMainInvokeEvent, ...args)
  return { asked, close, contents, handlers, publish: (event: PublishedEvent) => hearers.forEach((hear) => void hear(event)), sent, speak }
}

const top = { url: 'carrel-app://window/#/inbox', parent: null }

it('answers our own window', async () => {
  const port = openPort()
  expect(await port.speak(port.contents, top, 'item.emptyTrash', {})).toEqual({ ok: true, value: { done: 1 } })
  expect(port.asked).toEqual([['item.emptyTrash', {}]])
})

it('refuses every other sender before the core hears of it', () => {
  const port = openPort()
  const stranger = { send: () => undefined } as unknown as WebContents
  const frames = [
    [stranger, top],
    [port.contents, null],
    [port.contents, { url: 'carrel-app://window/copy/1/', parent: {} }],
    [port.contents, { url: 'carrel-app://window/copy/1/', parent: null }],
    [port.contents, { url: 'https://example.org/', parent: null }],
    [port.contents, { url: 'carrel-app://window.example.org/', parent: null }],
  ] as const
  for (const [sender, frame] of frames) expect(() => port.speak(sender, frame, 'item.list', {})).toThrow('only our own window')
  expect(port.asked).toEqual([])
})

it('gives a name that is not a word to the core as no name', async () => {
  const port = openPort()
  await port.speak(port.contents, top, { toString: () => 'item.list' }, {})
  expect(port.asked).toEqual([['', {}]])
})

it('tells events to our windows until closed', () => {
  const port = openPort()
  const event: PublishedEvent = { name: 'library.changed', value: { at: 5 } }
  port.publish(event)
  port.close()
  port.publish(event)
  expect(port.sent).toEqual([[eventChannel, event]])
  expect(port.handlers.size).toBe(0)
})
