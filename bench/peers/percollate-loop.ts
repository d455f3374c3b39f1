// percollate, a known command for grabbing web pages, used as its own command line would use it for one HTML file a page.
import http from 'node:http'
import https from 'node:https'
import { join } from 'node:path'
import type { PeerAnswer, PeerTask } from './peer-words.ts'

// Installed beside this file and not with the project (install-peers.ts), so its types are told here.
const name = 'percollate'
const { configure, html } = (await import(name)) as {
  configure(): void
  html(urls: readonly string[], options: Readonly<Record<string, unknown>>): Promise<unknown>
}
configure()

process.on('message', async ({ pages, folder, site }: PeerTask) => {
  const plain = new http.Agent({ host: '127.0.0.1' })
  const secure = new https.Agent({ rejectUnauthorized: false })
  // Every host is the site on loopback.
  for (const agent of [plain, secure]) {
    const connect = agent.createConnection.bind(agent)
    agent.createConnection = (options, done) => connect({ ...options, host: '127.0.0.1', port: site.port }, done)
  }
  const begun = performance.now()
  let written = 0
  for (const [n, { url }] of pages.entries()) {
    try {
      const fetched = { agent: ({ protocol }: URL) => (protocol === 'https:' ? secure : plain) }
      await html([url], { output: join(folder, `${n}.html`), amp: false, fetch: fetched })
      written += 1
    } catch {
      // A page it cannot do is a page less.
    }
  }
  process.send?.({ seconds: (performance.now() - begun) / 1_000, written } satisfies PeerAnswer)
})
process.once('disconnect', () => process.exit(0))
process.send?.({ ready: true } satisfies PeerAnswer)
