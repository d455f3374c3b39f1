// What was pressed, as one short name ("j", "Shift+e", "Mod+Enter", "#"), and how such a name is shown. Pure.

/** The part of a KeyboardEvent that matters. */
export type Pressed = {
  readonly key: string
  /** Where the key lies, named as on an English keyboard. */
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
  /** The key is held down, and this is not its first time. */
  readonly repeat?: boolean
  readonly getModifierState?: (key: 'AltGraph') => boolean
}

/**
 * The name of a combination, or null when it is none of ours (a modifier alone, a dead key, an input method at work, Alt or AltGr with a
 * letter). Shift is part of the name for letters and named keys; a sign is named by what it types, since its key differs by keyboard.
 * A letter of another script is named by the Latin one of its key: whoever writes Cyrillic or Greek has the same keys.
 */
export function comboOf(pressed: Pressed): string | null {
  if (pressed.isComposing || ['Process', 'Dead', 'Unidentified', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(pressed.key))
    return null
  const key = inLatin(pressed)
  const single = [...key].length === 1
  const isSign = single && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key) && key !== ' '
  const withAltGr = pressed.getModifierState?.('AltGraph') === true
  // Signs such as [ and # sit behind AltGr or Option on many keyboards; typed so, they are plain signs.
  const typedWithAlt = isSign && (withAltGr || (pressed.altKey && !pressed.ctrlKey && !pressed.metaKey))
  if (typedWithAlt) return key
  // Alt with an arrow is back and forward in every browser, and moves a line up and down in every editor; other Alts belong to the
  // system's menus.
  if (pressed.altKey && key.startsWith('Arrow') && !pressed.ctrlKey && !pressed.metaKey) return `Alt+${key}`
  if (pressed.altKey || (withAltGr && single)) return null
  const mod = pressed.ctrlKey || pressed.metaKey ? 'Mod+' : ''
  if (isSign) return `${mod}${key}`
  const shift = pressed.shiftKey ? 'Shift+' : ''
  return `${mod}${shift}${single ? key.toLowerCase() : key}`
}

const signsByPlace: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' }

function inLatin({ key, code = '', shiftKey }: Pressed): string {
  // The Russian keyboard has no number sign of ours; its own one lies on the same key.
  if (key === '№') return '#'
  if ([...key].length !== 1 || !/^\p{L}$/u.test(key) || /\p{Script=Latin}/u.test(key)) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase()
  return signsByPlace[code] ?? key
}

/** True of what types a sign into a field: it never acts while somebody types, whatever the reader chose it for. */
export function isTyped(combo: string): boolean {
  return /^(Shift\+)?.$/u.test(combo)
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
