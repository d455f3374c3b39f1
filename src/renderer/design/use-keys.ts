// Joins the key map to the window: one listener, and a hook for the rooms. Keys pressed in the reading frame are handed in by the reader.
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { type Binding, createKeyMap, type KeyMap, type Offer } from './key-map.ts'

const KeysContext = createContext<KeyMap>(createKeyMap())
export const KeysProvider = KeysContext.Provider

export function useKeyMap(): KeyMap {
  return useContext(KeysContext)
}

/** The keys in force for a binding's id, as React state. */
export function useKeysOf(id: string): string {
  const map = useKeyMap()
  return useSyncExternalStore(map.watch, () => map.keysOf(id))
}

/** The bindings act as long as the component is shown. */
export function useKeys(bindings: readonly Binding[]): void {
  const map = useKeyMap()
  const latest = useRef(bindings)
  latest.current = bindings
  useEffect(() => map.add(() => latest.current), [map])
}

/** What has no key is offered in the palette as long as the component is shown. */
export function useOffers(offers: readonly Offer[]): void {
  const map = useKeyMap()
  const latest = useRef(offers)
  latest.current = offers
  useEffect(() => map.offer(() => latest.current), [map])
}

/** Acts on a keyboard event of this window or of a frame inside it; prevents its own effect when something was done. */
export function handleKey(map: KeyMap, event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  // Inside a dialog or an open menu keys belong to it.
  if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return
  const target = event.target
  if (map.handle(event, { typing: isTyping(target), onControl: isControl(target) })) event.preventDefault()
}

// By name and not by class: an element of the reading frame is made of its own window's classes.
function isTyping(target: EventTarget | null): boolean {
  if (!isElement(target)) return false
  if (target.isContentEditable) return true
  if (target.matches('textarea, select')) return true
  return target.matches('input') && !target.matches('[type=checkbox], [type=radio], [type=button], [type=submit]')
}

function isControl(target: EventTarget | null): boolean {
  return isElement(target) && target.matches('a[href], button, summary, input, select, [role=menuitem]')
}

function isElement(target: EventTarget | null): target is HTMLElement {
  return target !== null && 'matches' in target && typeof target.matches === 'function'
}
