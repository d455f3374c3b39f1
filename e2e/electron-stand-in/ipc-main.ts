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

/** Whoever says something on a channel. */
type Speaker = {
  /** A window, open or closed; null: contents of no window of ours. */
  readonly window: number | null
  /** null: the frame was gone before its word arrived. */
  readonly frame: { readonly url: string; readonly inside: boolean } | null
}

async function invoke({ window, frame }: Speaker, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
  const event = strict('IpcMainInvokeEvent', {
    type: 'frame',
    frameId: 1,
    processId: 1,
    sender: window === null ? strict('webContents', {}) : contentsOf(window),
    senderFrame: frame === null ? null : frameOf(frame),
  })
  try {
    return await handler(event, ...structuredClone(args))
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
  }
}

function frameOf({ url, inside }: { readonly url: string; readonly inside: boolean }): object {
  const parent = inside ? strict('WebFrameMain', { parent: null }) : null
  return strict('WebFrameMain', { url, origin: new URL(url).origin, parent })
}

answerDriver({
  // Only top frames have a preload, so only they can speak.
  invoke: (window: number, url: string, channel: string, args: readonly unknown[]) =>
    invoke({ window, frame: { url, inside: false } }, channel, args),
  /** As somebody else than a page of ours would. Answers what came back, or the words of the refusal. */
  'invoke-as': (speaker: Speaker, channel: string, args: readonly unknown[]) =>
    invoke(speaker, channel, args).catch((error: Error) => error.message),
})
