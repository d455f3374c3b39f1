// One thing a stranger says at the door, and what may come of it.
import type { Outcome } from '../attack.ts'
import type { Served } from './served.ts'
import { type Heard, type Part, speak } from './speak.ts'

export type Case = {
  readonly name: string
  readonly send: readonly Part[]
  /**
   * refused: nothing but refusals, or a closed connection, and no word of the library.
   * harmless: whatever is answered, no word of the library and no file of the machine. A list: one of these statuses, first.
   */
  readonly is: 'refused' | 'harmless' | readonly number[]
  readonly quietMs?: number
  /** Sends so much that the door may stop listening before its answer can be read. */
  readonly orClosed?: true
}

/** What a stranger tries to do to the library; `theOwner` looks whether it was done. */
export const deed = JSON.stringify({ density: 'compact' })
export const deedCall = '/call/settings.change'

/** Tries all cases, a few at a time, and then whether the library still answers its owner and is as it was. */
export async function tryAll(served: Served, name: string, cases: readonly Case[]): Promise<Outcome> {
  const broken: string[] = []
  const waiting = [...cases]
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const heard = await speak(served.port, one.send, one.quietMs === undefined ? {} : { quietMs: one.quietMs })
      const why = gaveWay(served, one, heard)
      if (why !== null)
        broken.push(`${one.name}: ${why}; sent ${JSON.stringify(String(one.send[0]).slice(0, 200).replaceAll(served.token, '<token>'))}`)
    }
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return { name, cases: cases.length, broken: [...broken, ...(await theOwner(served))] }
}

function gaveWay(served: Served, { is, orClosed }: Case, { text, statuses, ended }: Heard): string | null {
  const leaked = served.secrets.find((word) => text.includes(word))
  if (typeof is === 'string' && leaked !== undefined) return `it was told ${JSON.stringify(leaked)}`
  if (/^access-control-/im.test(text)) return 'another site is let in'
  if (is === 'harmless') return null
  if (is === 'refused') {
    if (text.includes(served.token)) return 'it was told the token'
    if (statuses.length === 0 && ended === 'quiet') return 'neither refused nor let go'
    const allowed = statuses.find((status) => status < 400)
    return allowed === undefined ? null : `answered ${allowed}`
  }
  const [first] = statuses
  if (first === undefined && ended === 'closed' && orClosed === true) return null
  return first !== undefined && is.includes(first) ? null : `answered ${first ?? ended} instead of ${is.join(' or ')}`
}

/** Whether the owner is answered and nothing was done in their name. */
export async function theOwner(served: Served): Promise<readonly string[]> {
  try {
    const settings = await served.call('settings.get', {})
    const list = await served.call('item.list', {})
    const density = settings.ok && 'density' in settings.value ? settings.value.density : null
    const total = list.ok && 'total' in list.value ? list.value.total : null
    return density === 'comfortable' && total === 1 ? [] : [`afterwards the library was changed: ${density}, ${total} items`]
  } catch (error) {
    return [`afterwards the owner was not answered: ${String(error)} ${error instanceof Error ? String(error.cause ?? '') : ''}`]
  }
}
