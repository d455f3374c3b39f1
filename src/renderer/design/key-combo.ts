// What was pressed, as one short name ("j", "Shift+e", "Mod+Enter", "#"), and how such a name is shown. Pure.

/** The part of a KeyboardEvent that matters. */
export type Pressed = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
  readonly getModifierState?: (key: 'AltGraph') => boolean
}

/**
 * The name of a combination, or null when it is none of ours (a modifier alone, an input method at work, Alt with a letter).
 * Shift is part of the name for letters and named keys; a sign is named by what it types, since its key differs by keyboard.
 */
export function comboOf(pressed: Pressed): string | null {
  const { key } = pressed
  if (pressed.isComposing || key === 'Process' || key === 'Dead' || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key))
    return null
  const single = [...key].length === 1
  const isSign = single && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key) && key !== ' '
  // Signs such as [ and # sit behind AltGr or Option on many keyboards; typed so, they are plain signs.
  const typedWithAlt =
    isSign && (pressed.getModifierState?.('AltGraph') === true || (pressed.altKey && !pressed.ctrlKey && !pressed.metaKey))
  if (typedWithAlt) return key
  // Back and forward are Alt with an arrow in every browser; other Alts belong to the system's menus.
  if (pressed.altKey && (key === 'ArrowLeft' || key === 'ArrowRight') && !pressed.ctrlKey && !pressed.metaKey) return `Alt+${key}`
  if (pressed.altKey) return null
  const mod = pressed.ctrlKey || pressed.metaKey ? 'Mod+' : ''
  if (isSign) return `${mod}${key}`
  const shift = pressed.shiftKey ? 'Shift+' : ''
  return `${mod}${shift}${single ? key.toLowerCase() : key}`
}

/** How a combination is shown: one entry a key of a sequence. `mac` chooses the system's own names. */
export function comboShown(keys: string, mac: boolean): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Alt: mac ? '⌥' : 'Alt',
    Escape: 'Esc',
    Enter: '↵',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→',
    ' ': 'Space',
  }
  return keys.split(' ').map((combo) => {
    // The plus sign itself is a key too: "+" and "Mod++".
    const parts = combo.split(/\+(?=.)/).map((part) => names[part] ?? part)
    return parts.join(mac ? '' : ' ')
  })
}

/** True on a Mac, whose keys have other names. */
export function onMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
