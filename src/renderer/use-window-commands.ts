// What the whole window can do when a menu, the system or a carrel:// link asks it. A room does better what it does itself
// (useWindowCommand); nothing asked of the window from outside ever saves by itself.
import { useEffect } from 'react'
import type { EventOf } from '../shared/contract.ts'
import type { DroppedFile } from './add/dropped-files.ts'
import { useWindowCommand, useWindowCommands } from './client/window-commands.ts'
import { useKeyMap } from './design/use-keys.ts'
import { hashOf, readRoute } from './routes.ts'
import { goTo } from './use-route.ts'

type SavedFile = NonNullable<EventOf<'window.command'>['files']>[number]

type Can = {
  /** Opens Add with a text whose links nobody has chosen yet; null opens it as it was left. */
  readonly add: (text: string | null) => void
  readonly addFiles: (files: readonly DroppedFile[]) => void
  readonly showKeys: () => void
}

export function useWindowWideCommands({ add, addFiles, showKeys }: Can): void {
  const commands = useWindowCommands()
  const keys = useKeyMap()
  const otherwise = { otherwise: true }
  useWindowCommand('add', (text) => add(text ?? null), otherwise)
  useWindowCommand('save-link', (text) => add(text ?? null), otherwise)
  useWindowCommand('add-files', (_text, files) => addFiles((files ?? []).map(fileOf)), otherwise)
  useWindowCommand('go', (text) => {
    // A route of ours or nothing: what means nothing would lead to the inbox, away from what is being read.
    if (text !== undefined && hashOf(readRoute(text)) === text) goTo(readRoute(text))
  })
  useWindowCommand('settings', () => goTo({ screen: 'settings' }), otherwise)
  useWindowCommand('keys', showKeys, otherwise)
  useWindowCommand('back', () => history.back(), otherwise)
  useWindowCommand('forward', () => history.forward(), otherwise)
  useWindowCommand('print', () => print(), otherwise)
  // What is a key somewhere on the screens does what the key does.
  const press = (combo: string) => () =>
    keys
      .list()
      .find((binding) => (binding.id ?? binding.keys) === combo)
      ?.run()
  useWindowCommand('search', press('/'), otherwise)
  useWindowCommand('find', press('Mod+f'), otherwise)
  useWindowCommand('palette', press('Mod+k'), otherwise)
  useWindowCommand('highlight', press('h'), otherwise)
  useWindowCommand('left-panel', press('['), otherwise)
  useWindowCommand('right-panel', press(']'), otherwise)
  useWindowCommand('text-larger', press('+'), otherwise)
  useWindowCommand('text-smaller', press('-'), otherwise)
  // Last of all: by now every room on the screen has added what it can do.
  useEffect(() => commands.start(), [commands])
}

function fileOf({ path, base64 }: SavedFile): DroppedFile {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  return { path, file: new File([bytes], path.split('/').at(-1) ?? path) }
}
