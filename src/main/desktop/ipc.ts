// Calls and events between the window and the core, over Electron's channels. Who may speak is decided here.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Core } from '../core.ts'
import { isWindowPage } from './own-address.ts'

export const callChannel = 'carrel:call'
export const eventChannel = 'carrel:event'

type Ports = {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>
  readonly core: Pick<Core, 'call' | 'listen'>
  /** The contents of every window of ours that is open now. */
  readonly ours: () => readonly Pick<WebContents, 'send'>[]
}

/** Answers calls and tells events until the returned function is called. A stranger's call is refused with an error. */
export function openIpc({ ipcMain, core, ours }: Ports): () => void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!mayCall(event, ours())) throw new Error('only our own window may call')
    // A name that is not a string is no call of the contract: answer() says so in its words.
    return core.call(typeof name === 'string' ? name : '', input)
  })
  const deafen = core.listen((event) => {
    for (const contents of ours()) contents.send(eventChannel, event)
  })
  return () => {
    deafen()
    ipcMain.removeHandler(callChannel)
  }
}

function mayCall({ sender, senderFrame }: IpcMainInvokeEvent, ours: readonly Pick<WebContents, 'send'>[]): boolean {
  return ours.includes(sender) && senderFrame !== null && senderFrame.parent === null && isWindowPage(senderFrame.url)
}
