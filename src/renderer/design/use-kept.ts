// A switch of this window (a folded panel) that is still the same after the next start. Preferences of the library are settings.
import { useState } from 'react'

export function useKept(name: string, otherwise: boolean): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(`carrel.${name}`) ?? otherwise)
  return [
    value,
    (next) => {
      setValue(next)
      write(`carrel.${name}`, next)
    },
  ]
}

function read(key: string): boolean | null {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? null : kept === 'yes'
  } catch {
    return null
  }
}

function write(key: string, value: boolean): void {
  try {
    localStorage.setItem(key, value ? 'yes' : 'no')
  } catch {
    // No storage here: it holds until the window closes.
  }
}
