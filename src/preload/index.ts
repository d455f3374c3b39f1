// Gives the window `call` and `listen`, nothing else. Runs sandboxed, in a world of its own, in our top frame only.
import { contextBridge, ipcRenderer } from 'electron'
import type { Answer, PublishedEvent } from '../shared/contract.ts'

contextBridge.exposeInMainWorld('carrel', {
  /** A call of the contract; who asks and what is asked are checked on the other side. */
  call: (name: string, input: unknown): Promise<Answer> => ipcRenderer.invoke('carrel:call', name, input),
  /** Hears every published event until the answered function is called. */
  listen: (hear: (event: PublishedEvent) => void): (() => void) => {
    // The first argument is Electron's own event, with more than a page should hold.
    const pass = (_electron: unknown, event: PublishedEvent): void => hear(event)
    ipcRenderer.on('carrel:event', pass)
    return () => {
      ipcRenderer.off('carrel:event', pass)
    }
  },
})
