// The lamp: what is on this machine, by shape first and colour second. Its sentence is given by whoever shows it.

export type LampState = 'complete' | 'partial' | 'waiting' | 'failed' | 'to-find'

/** With `says` the lamp speaks for itself (tooltip and screen reader); without, the words stand beside it. */
export function Lamp({ state, says }: { readonly state: LampState; readonly says?: string }) {
  if (says === undefined) return <i className={`lamp ${state}`} aria-hidden="true" />
  return <span className={`lamp ${state}`} role="img" aria-label={says} title={says} />
}
