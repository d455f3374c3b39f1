// What the menus, the system and a carrel:// link ask of this window, and who can do it now: rooms register what they can do
// while they are shown. What nobody on the screen can do is not done. What a command asks for is written in the contract.
import { createContext, useContext, useEffect, useRef } from 'react'
import type { EventOf } from '../../shared/contract.ts'
import type { Client } from './client.ts'

type WindowCommand = EventOf<'window.command'>
type Name = WindowCommand['command']
type Run = (text?: string, files?: WindowCommand['files']) => void

export type WindowCommands = {
  /** The last one added acts; one that is there `otherwise` only when no other is. Answers how to take it away. */
  add(command: Name, run: Run, otherwise: boolean): () => void
  /** Carries one out at once, for a button that asks for what another room does. */
  run(command: Name): void
  /** From now on commands are carried out, those that came before the screens stood first of all. */
  start(): void
}

/** Hears commands at once, so that the link Carrel was started with is not lost before the screens stand. */
export function createWindowCommands(client: Pick<Client, 'listen'>): WindowCommands {
  const doers = new Map<Name, readonly Run[]>()
  let early: WindowCommand[] | null = []
  const act = ({ command, text, files }: WindowCommand) => doers.get(command)?.at(-1)?.(text, files)
  client.listen('window.command', (asked) => (early === null ? act(asked) : early.push(asked)))
  return {
    add(command, run, otherwise) {
      const others = doers.get(command) ?? []
      doers.set(command, otherwise ? [run, ...others] : [...others, run])
      return () => {
        doers.set(
          command,
          (doers.get(command) ?? []).filter((one) => one !== run),
        )
      }
    },
    run: (command) => act({ command }),
    start() {
      const waiting = early ?? []
      early = null
      for (const asked of waiting) act(asked)
    },
  }
}

const CommandsContext = createContext<WindowCommands | null>(null)
export const WindowCommandsProvider = CommandsContext.Provider

export function useWindowCommands(): WindowCommands {
  const commands = useContext(CommandsContext)
  if (commands === null) throw new Error('no window commands around this component')
  return commands
}

/** The command is carried out by `run` as long as the component is shown. `otherwise`: only when no other room can do it. */
export function useWindowCommand(command: Name, run: Run, options: { readonly otherwise?: boolean } = {}): void {
  const commands = useWindowCommands()
  const latest = useRef(run)
  latest.current = run
  const otherwise = options.otherwise ?? false
  useEffect(() => commands.add(command, (text, files) => latest.current(text, files), otherwise), [commands, command, otherwise])
}
