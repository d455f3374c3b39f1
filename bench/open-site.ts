// Starts the site that serves a corpus on loopback, in a process of its own, so that its memory and work are not the program's.
import { fork } from 'node:child_process'
import type { CorpusSiteCounts, CorpusSiteWord } from './corpus-site.ts'

export type Site = { readonly pid: number; readonly port: number; readonly certificate: string; close(): Promise<CorpusSiteCounts> }

/** Serves the first `limit` pages of a corpus folder until it is closed; then tells what it was asked for. */
export async function openSite(corpus: string, limit: number): Promise<Site> {
  const child = fork(new URL('./corpus-site.ts', import.meta.url), [corpus, String(limit)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const next = () =>
    new Promise<CorpusSiteWord>((resolve, reject) => {
      child.once('message', (word) => resolve(word as CorpusSiteWord))
      child.once('exit', (code) => reject(new Error(`the corpus site ended with ${code}`)))
    })
  const first = await next()
  if (!('port' in first)) throw new Error('the corpus site spoke out of turn')
  return {
    ...first,
    pid: child.pid ?? 0,
    async close() {
      const last = next()
      child.send('enough')
      const word = await last
      if (!('served' in word)) throw new Error('the corpus site spoke out of turn')
      return word.served
    },
  }
}
