// What the system asks of a window: a menu, a shortcut, a carrel:// link.
import { z } from 'zod'
import { SavedFile } from './saved-file.ts'

/** What a menu, a shortcut of the system or a `carrel://` link asks of one window. Only the window's door sends it. */
export const WindowCommand = z.object({
  command: z.enum([
    'add',
    'paste',
    'search',
    'find',
    'palette',
    'settings',
    'keys',
    'print',
    'back',
    'forward',
    'go',
    'save-link',
    'highlight',
    'text-larger',
    'text-smaller',
    'text-reset',
    'left-panel',
    'right-panel',
    'add-files',
  ]),
  /** add, save-link: the stranger's text; go: a route's hash (`#/item/<id>`); find: the words. */
  text: z.string().max(200_000).optional(),
  /** add-files: what was opened with Carrel, dropped on its icon, or chosen; shown in Add before it is saved. */
  files: z.array(SavedFile).max(2_000).optional(),
})
export type WindowCommand = z.infer<typeof WindowCommand>
