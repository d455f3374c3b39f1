// Every binding a reader may give other keys, whichever room it acts in; and whether a combination is free for it. Pure.
// The rooms say what their keys do; a journey holds this list against what they really do (e2e/changes-a-key.spec.ts).
import type { Binding } from '../design/key-map.ts'

export type KnownKeys = { readonly id: string; readonly says: string; readonly group: string }

const groups: Readonly<Record<string, readonly (readonly [id: string, says: string])[]>> = {
  Everywhere: [
    ['a', 'Add links'],
    ['/', 'Search'],
    ['Mod+k', 'Commands'],
    ['z', 'Undo'],
    ['?', 'These keys'],
    ['Alt+ArrowLeft', 'Back'],
    ['Alt+ArrowRight', 'Forward'],
  ],
  'In the list': [
    ['j', 'Next'],
    ['k', 'Previous'],
    ['x', 'Mark, to act on several'],
    ['Mod+a', 'Mark what is here'],
    ['Alt+ArrowUp', 'Move it up a reading list'],
    ['Alt+ArrowDown', 'Move it down a reading list'],
    ['Delete', 'Take it out of a reading list'],
  ],
  'The item': [
    ['e', 'Archive'],
    ['l', 'Keep for later'],
    ['Shift+e', 'Back to the inbox'],
    ['f', 'Favourite'],
    ['#', 'Delete'],
    ['t', 'Tags'],
    ['o', 'Original, in the browser'],
    ['F2', 'Rename'],
    ['Shift+l', 'Put in a reading list'],
  ],
  Reading: [
    ['Shift+j', 'Next part'],
    ['Shift+k', 'Previous part'],
    ['+', 'Larger text'],
    ['-', 'Smaller text'],
    ['_', 'Smaller text, with Shift'],
    ['Mod+f', 'Find in the text'],
    ['Mod+p', 'Print'],
  ],
  Highlights: [
    ['h', 'Highlight, or select a passage with keys'],
    ['n', 'Note on the passage'],
    ['.', 'Next highlight'],
    [',', 'Highlight before'],
  ],
  'The window': [
    ['[', 'Rail, outline or chapters'],
    [']', 'Details, or highlights of an article'],
  ],
  'Go to': [
    ['g i', 'Inbox'],
    ['g l', 'Later'],
    ['g a', 'Archive'],
    ['g s', 'Favourites'],
    ['g t', 'Talks'],
    ['g h', 'Highlights'],
  ],
}

export const knownKeys: readonly KnownKeys[] = Object.entries(groups).flatMap(([group, members]) =>
  members.map(([id, says]) => ({ id, says, group })),
)

/** Keys every program and every screen reader gives one meaning; they stay what they are. */
const fixed: ReadonlySet<string> = new Set(
  [
    'Escape',
    'Enter',
    ' ',
    'Tab',
    'Shift+Tab',
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  ].concat(['c', 'v', 'x', 'z', 'w', 'q', 't', 'n', 'r', 's', '+', '-', '0'].map((key) => `Mod+${key}`)),
)

/** The list, and what else acts now and may be changed. */
export function withActing(acting: readonly Binding[]): readonly KnownKeys[] {
  const known = new Set(knownKeys.map(({ id }) => id))
  const more = acting.flatMap(({ id, keys, says, group }) => {
    const own = id ?? keys
    return known.has(own) || fixed.has(own) ? [] : [{ id: own, says, group }]
  })
  return [...knownKeys, ...more]
}

export type CheckedKeys =
  | { readonly ok: true }
  /** `other`: the binding that has these keys and could give them up; null when nobody can. */
  | { readonly ok: false; readonly says: string; readonly other: KnownKeys | null }

/** Whether `id` may have `keys`, when `own` are the reader's keys so far. */
export function checkKeys(known: readonly KnownKeys[], own: Readonly<Record<string, string>>, id: string, keys: string): CheckedKeys {
  if (fixed.has(keys)) return { ok: false, says: 'This key means the same in every program and stays what it is.', other: null }
  for (const other of known) {
    if (other.id === id) continue
    const theirs = own[other.id] ?? other.id
    if (theirs === keys) return { ok: false, says: `This is the key of “${other.says}”.`, other }
    if (theirs.startsWith(`${keys} `)) return { ok: false, says: `“${other.says}” begins with this key.`, other: null }
  }
  return { ok: true }
}
