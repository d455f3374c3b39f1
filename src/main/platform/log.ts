// The log: one line an entry, to stderr or a file; never a token, never the words of a page.

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type Log = {
  write(level: LogLevel, what: string, facts?: Readonly<Record<string, unknown>>): void
}

export const silentLog: Log = { write: () => undefined }

/** Writes entries of `least` level and above as one line each through `out`. */
export function lineLog(out: (line: string) => void, least: LogLevel = 'warn'): Log {
  const order: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']
  return {
    write(level, what, facts) {
      if (order.indexOf(level) < order.indexOf(least)) return
      const words = Object.entries(facts ?? {}).map(([key, value]) => `${key}=${spell(value)}`)
      out([`carrel: ${level}: ${what}`, ...words].join(' '))
    },
  }
}

function spell(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.stack ?? value.message)
  return JSON.stringify(value) ?? 'undefined'
}
