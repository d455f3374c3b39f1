// What the benches and the measured core say to each other over IPC.
export type CoreOrders = {
  readonly library: string
  /** The site that answers for every host; null: nothing is fetched. */
  readonly site: { readonly port: number; readonly certificate: string } | null
}

export type CoreQuestion = {
  readonly id: number
  readonly ask:
    | { readonly call: string; readonly input: unknown }
    | { readonly own: 'settled' | 'extractPids' | 'watchLoop' | 'loopDelay' | 'memory' }
}

export type CoreAnswer = { readonly ready: true } | { readonly event: string } | { readonly id: number; readonly answer: unknown }

/** How long the event loop kept a due timer waiting. */
export type LoopDelay = { readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number; readonly looks: number }
