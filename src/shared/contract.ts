// The contract: every call and every event, with the shape of what goes in and what comes out. The calls of each noun stand in calls/.
// Three doors speak it (window, loopback server, command line); answer.ts checks every input against it.
import { z } from 'zod'
import { highlightCalls } from './calls/highlight-calls.ts'
import { houseCalls } from './calls/house-calls.ts'
import { itemCalls } from './calls/item-calls.ts'
import { libraryCalls } from './calls/library-calls.ts'
import { listCalls } from './calls/list-calls.ts'
import { lookUpCalls } from './calls/look-up-calls.ts'
import { recordingCalls } from './calls/recording-calls.ts'
import { talkCalls } from './calls/talk-calls.ts'
import { type FailureShape, ItemId, ItemSummary } from './item.ts'
import { JobProgress } from './job.ts'
import { ListId } from './list.ts'
import { Settings } from './settings.ts'
import { WindowCommand } from './window-command.ts'

export const calls = {
  ...itemCalls,
  ...libraryCalls,
  ...listCalls,
  ...lookUpCalls,
  ...talkCalls,
  ...recordingCalls,
  ...highlightCalls,
  ...houseCalls,
} as const

export const events = {
  'item.changed': ItemSummary,
  'item.removed': z.object({ id: ItemId }),
  'job.progressed': JobProgress,
  'settings.changed': Settings,
  /** Highlights of this item came, changed or went. */
  'highlight.changed': z.object({ itemId: ItemId }),
  /** A reading list came, changed or went. */
  'list.changed': z.object({ id: ListId }),
  'window.command': WindowCommand,
  /** The library changed in another process or in bulk: ask again rather than patch. */
  'library.changed': z.object({ at: z.number().int() }),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
/** What a caller hands over (defaults may be left out), what a handler receives, and what comes back. */
export type InputOf<N extends CallName> = z.input<Calls[N]['input']>
export type CheckedInputOf<N extends CallName> = z.output<Calls[N]['input']>
export type OutputOf<N extends CallName> = z.output<Calls[N]['output']>
export type EventName = keyof typeof events
export type EventOf<N extends EventName> = z.output<(typeof events)[N]>
/** One published event as it crosses a door. */
export type PublishedEvent = { [N in EventName]: { readonly name: N; readonly value: EventOf<N> } }[EventName]

/** The answer every door gives. */
export type Answer<N extends CallName = CallName> =
  | { readonly ok: true; readonly value: OutputOf<N> }
  | { readonly ok: false; readonly failure: z.output<typeof FailureShape> }
