// Questions and answers between the driver (test process) and the program on the stand-in (child process), over Node's own
// channel. Values are structured clones; what cannot be cloned fails.

type Message =
  | { readonly standIn: 'ask'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly standIn: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly standIn: 'answer'; readonly id: number; readonly ok: false; readonly message: string }

export type Asked = (...args: never[]) => unknown
export type Channel = { ask(name: string, ...args: readonly unknown[]): Promise<unknown> }

type Port = {
  send(message: Message): void
  hear(listener: (message: unknown) => void): void
  /** Runs when the other side is gone. */
  gone(listener: () => void): void
}

/** Joins two processes. `answers` are what the other side may ask of this one. */
export function openChannel(port: Port, answers: Readonly<Record<string, Asked>>): Channel {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0
  port.gone(() => {
    for (const { reject } of waiting.values()) reject(new Error('the other side has ended'))
    waiting.clear()
  })
  port.hear((raw) => {
    if (!isMessage(raw)) return
    if (raw.standIn === 'ask') {
      void answerOne(answers, raw.name, raw.args).then((answer) => port.send({ standIn: 'answer', id: raw.id, ...answer }))
      return
    }
    const asker = waiting.get(raw.id)
    waiting.delete(raw.id)
    if (raw.ok) asker?.resolve(raw.value)
    else asker?.reject(new Error(raw.message))
  })
  return {
    ask(name, ...args) {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        port.send({ standIn: 'ask', id, name, args: structuredClone(args) })
      })
    },
  }
}

async function answerOne(answers: Readonly<Record<string, Asked>>, name: string, args: readonly unknown[]) {
  try {
    const answer = answers[name]
    if (answer === undefined) throw new Error(`nobody answers ${name}`)
    return { ok: true, value: structuredClone(await answer(...(args as never[]))) } as const
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) } as const
  }
}

function isMessage(raw: unknown): raw is Message {
  return typeof raw === 'object' && raw !== null && 'standIn' in raw
}
