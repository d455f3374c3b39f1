// What the whole window can do when a menu, the system or a carrel:// link asks it. A room does better what it does itself
// (useWindowCommand); nothing asked of the window from outside ever saves by itself.
import { useEffect } from 'react'
import { useWindowCommand, useWindowCommands } from './client/window-commands.ts'
import { hashOf, readRoute } from './routes.ts'
import { goTo } from './use-route.ts'

type Can = {
  /** Opens Add with a text whose links nobody has chosen yet; null opens it as it was left. */
  readonly add: (text: string | null) => void
  readonly showKeys: () => void
}

export function useWindowWideCommands({ add, showKeys }: Can): void {
  const commands = useWindowCommands()
  const otherwise = { otherwise: true }
  useWindowCommand('add', (text) => add(text ?? null), otherwise)
  useWindowCommand('save-link', (text) => add(text ?? null), otherwise)
  useWindowCommand('go', (text) => {
    // A route of ours or nothing: what means nothing would lead to the inbox, away from what is being read.
    if (text !== undefined && hashOf(readRoute(text)) === text) goTo(readRoute(text))
  })
  useWindowCommand('settings', () => goTo({ screen: 'settings' }), otherwise)
  useWindowCommand('keys', showKeys, otherwise)
  useWindowCommand('back', () => history.back(), otherwise)
  useWindowCommand('forward', () => history.forward(), otherwise)
  useWindowCommand('print', () => print(), otherwise)
  // Last of all: by now every room on the screen has added what it can do.
  useEffect(() => commands.start(), [commands])
}
