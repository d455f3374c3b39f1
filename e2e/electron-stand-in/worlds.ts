// What runs in the page before its own scripts: the preload's isolated world, and the part of the main world that the
// context bridge builds. The two share the document and nothing else, so values cross in synchronous events of it, cloned.
// Both functions are sent to Chromium as text: they may name nothing outside themselves.

/** Names the driver and the page agree on. */
export const worldName = 'carrel-preload'
export const sendBinding = '__standInSend'
export const receiveFunction = '__standInReceive'

type Wire = { readonly t: string; readonly v?: unknown }

/** One half of the bridge between the worlds; `here` and `there` name the sides. Functions and promises cross as stand-ins. */
function joinWorlds(here: string, there: string) {
  const functions: ((...args: unknown[]) => unknown)[] = []
  const ours = new Map<unknown, number>()
  const theirs = new Map<number, (...args: unknown[]) => unknown>()
  const waiting = new Map<number, (settled: { ok: boolean; value: Wire }) => void>()
  let promises = 0
  const tell = (to: string, detail: Record<string, unknown>): Record<string, unknown> => {
    const answer: { detail: Record<string, unknown> | null } = { detail: null }
    const hear = (event: Event): void => {
      answer.detail = (event as CustomEvent).detail
    }
    document.addEventListener(`stand-in:answer:${here}`, hear, { once: true })
    document.dispatchEvent(new CustomEvent(`stand-in:${to}`, { detail }))
    document.removeEventListener(`stand-in:answer:${here}`, hear)
    return answer.detail ?? {}
  }
  const wrap = (value: unknown): Wire => {
    if (typeof value === 'function') {
      if (!ours.has(value)) ours.set(value, functions.push(value as () => unknown) - 1)
      return { t: 'function', v: ours.get(value) }
    }
    if (value instanceof Promise) {
      promises += 1
      const id = promises
      value.then(
        (result) => tell(there, { kind: 'settle', id, ok: true, value: wrap(result) }),
        (error) => tell(there, { kind: 'settle', id, ok: false, value: wrap(String(error?.message ?? error)) }),
      )
      return { t: 'promise', v: id }
    }
    if (Array.isArray(value)) return { t: 'array', v: value.map(wrap) }
    if (typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
      return { t: 'object', v: Object.entries(value).map(([key, one]) => [key, wrap(one)]) }
    }
    return { t: 'value', v: structuredClone(value) }
  }
  const unwrap = (wire: Wire): unknown => {
    if (wire.t === 'function') {
      const id = wire.v as number
      const known = theirs.get(id)
      if (known !== undefined) return known
      const far = (...args: unknown[]): unknown => {
        const answer = tell(there, { kind: 'call', id, args: args.map(wrap) })
        if (answer.ok !== true) throw new Error(String(answer.message))
        return unwrap(answer.value as Wire)
      }
      theirs.set(id, far)
      return far
    }
    if (wire.t === 'promise') {
      return new Promise((resolve, reject) => {
        waiting.set(wire.v as number, ({ ok, value }) => (ok ? resolve(unwrap(value)) : reject(new Error(String(unwrap(value))))))
      })
    }
    if (wire.t === 'array') return (wire.v as Wire[]).map(unwrap)
    if (wire.t === 'object') return Object.fromEntries((wire.v as [string, Wire][]).map(([key, one]) => [key, unwrap(one)]))
    return wire.v
  }
  document.addEventListener(`stand-in:${here}`, (event) => {
    const told = (event as CustomEvent).detail
    if (told.kind === 'settle') {
      waiting.get(told.id)?.(told)
      waiting.delete(told.id)
      return
    }
    if (told.kind === 'expose') {
      if (told.key in window) throw new Error(`${told.key} is there already`)
      Object.defineProperty(window, told.key, { value: Object.freeze(unwrap(told.value)), enumerable: true })
      return
    }
    const answer = (detail: unknown): void => void document.dispatchEvent(new CustomEvent(`stand-in:answer:${there}`, { detail }))
    try {
      answer({ ok: true, value: wrap(functions[told.id]?.(...told.args.map(unwrap))) })
    } catch (error) {
      answer({ ok: false, message: error instanceof Error ? error.message : String(error) })
    }
  })
  return { expose: (key: string, value: unknown): void => void tell(there, { kind: 'expose', key, value: wrap(value) }) }
}

/** Runs the preload with what Electron gives a sandboxed one; less, in that it has neither process nor timers of Node. */
function runPreload(
  bridge: { expose(key: string, value: unknown): void },
  preload: (require: unknown, module: unknown, exports: unknown) => void,
  names: { readonly send: string; readonly receive: string },
): void {
  const page = globalThis as unknown as Record<string, unknown>
  const send = page[names.send] as (text: string) => void
  const listeners = new Map<string, Set<(event: unknown, ...args: unknown[]) => void>>()
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0
  // What JSON does not know is marked; what neither knows is refused loudly.
  const pack = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' }
    if (value === null || ['string', 'boolean', 'number'].includes(typeof value)) return value
    if (Array.isArray(value)) return { $: 'array', v: value.map(pack) }
    if (Object.getPrototypeOf(value) === Object.prototype)
      return { $: 'object', v: Object.entries(value as object).map(([k, v]) => [k, pack(v)]) }
    throw new Error(`the stand-in does not carry a ${Object.prototype.toString.call(value)} over a channel`)
  }
  const unpack = (packed: unknown): unknown => {
    if (typeof packed !== 'object' || packed === null) return packed
    const { $, v } = packed as { $: string; v: unknown[] }
    if ($ === 'undefined') return undefined
    return $ === 'array' ? v.map(unpack) : Object.fromEntries((v as [string, unknown][]).map(([key, one]) => [key, unpack(one)]))
  }
  const closed = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get(target, member) {
        if (member in target || typeof member === 'symbol') return Reflect.get(target, member)
        const words = `${name}.${member} is not modelled`
        send(JSON.stringify({ kind: 'violation', words }))
        throw new Error(words)
      },
    })
  page[names.receive] = (text: string): void => {
    const told = JSON.parse(text)
    if (told.kind === 'answer') {
      if (told.ok) asked.get(told.id)?.resolve(unpack(told.value))
      else asked.get(told.id)?.reject(new Error(told.message))
      asked.delete(told.id)
      return
    }
    for (const listener of listeners.get(told.channel) ?? []) listener(closed('IpcRendererEvent', {}), ...told.args.map(unpack))
  }
  const ipcRenderer = closed('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]) {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject })
        send(JSON.stringify({ kind: 'invoke', id, channel, args: structuredClone(args).map(pack) }))
      })
    },
    on(channel: string, listener: (event: unknown, ...args: unknown[]) => void) {
      const all = listeners.get(channel) ?? new Set()
      listeners.set(channel, all.add(listener))
    },
    off: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) => void listeners.get(channel)?.delete(listener),
  })
  const contextBridge = closed('contextBridge', { exposeInMainWorld: bridge.expose })
  const electron = closed('electron (in a preload)', { contextBridge, ipcRenderer })
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    send(JSON.stringify({ kind: 'violation', words: `the preload required ${name}` }))
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  try {
    preload(require, module, module.exports)
  } catch (error) {
    send(JSON.stringify({ kind: 'violation', words: `the preload failed: ${error instanceof Error ? error.stack : String(error)}` }))
  }
}

const onlyOurTopFrame = (origin: string): string => `if (window === window.top && location.origin === ${JSON.stringify(origin)})`

/** The main world's half, to be added before the other. */
export function mainWorldScript(origin: string): string {
  return `${onlyOurTopFrame(origin)} { (${joinWorlds.toString()})('main', 'preload') }`
}

/** The isolated world: the bridge's other half, and the preload itself. */
export function preloadScript(origin: string, preload: string): string {
  const names = JSON.stringify({ send: sendBinding, receive: receiveFunction })
  return `${onlyOurTopFrame(origin)} {
    (${runPreload.toString()})((${joinWorlds.toString()})('preload', 'main'), function (require, module, exports) {
${preload}
}, ${names})
  }`
}

/** The driver's ends of pack and unpack, for values that came from or go to the page. */
export function packForPage(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' }
  if (value === null || ['string', 'boolean', 'number'].includes(typeof value)) return value
  if (Array.isArray(value)) return { $: 'array', v: value.map(packForPage) }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return { $: 'object', v: Object.entries(value).map(([key, one]) => [key, packForPage(one)]) }
  }
  throw new Error(`the stand-in does not carry a ${Object.prototype.toString.call(value)} over a channel`)
}

export function unpackFromPage(packed: unknown): unknown {
  if (typeof packed !== 'object' || packed === null) return packed
  const { $, v } = packed as { readonly $: string; readonly v: readonly unknown[] }
  if ($ === 'undefined') return undefined
  if ($ === 'array') return v.map(unpackFromPage)
  return Object.fromEntries((v as readonly (readonly [string, unknown])[]).map(([key, one]) => [key, unpackFromPage(one)]))
}
