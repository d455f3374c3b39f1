// electron.ipcMain on the stand-in: answers what pages invoke.
import { answerDriver } from './driver-channel.ts'
import { strict } from './strict.ts'
import { contentsOf } from './window.ts'

type Handler = (event: unknown, ...args: readonly unknown[]) => unknown
const handlers = new Map<string, Handler>()

export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
})

answerDriver({
  async invoke(windowId: number, frameUrl: string, channel: string, args: readonly unknown[]) {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
    const event = strict('IpcMainInvokeEvent', {
      type: 'frame',
      frameId: 1,
      processId: 1,
      sender: contentsOf(windowId),
      // Only top frames have a preload, so only they can speak.
      senderFrame: strict('WebFrameMain', { url: frameUrl, origin: new URL(frameUrl).origin, parent: null }),
    })
    try {
      return await handler(event, ...structuredClone(args))
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
    }
  },
})
