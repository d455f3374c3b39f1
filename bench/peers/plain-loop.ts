// The yardstick: fetch, jsdom, Readability, write, one page after the other in one thread, as anybody would write it first.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { Agent, buildConnector, fetch } from 'undici'
import type { PeerAnswer, PeerTask } from './peer-words.ts'

const connector = buildConnector({ rejectUnauthorized: false })

process.on('message', async ({ pages, folder, site }: PeerTask) => {
  // Every host is the site on loopback.
  const dispatcher = new Agent({
    connect: (options, done) =>
      connector({ ...options, hostname: '127.0.0.1', port: String(site.port), servername: options.servername ?? options.hostname }, done),
  })
  const begun = performance.now()
  let written = 0
  for (const [n, { url }] of pages.entries()) {
    try {
      const answer = await fetch(url, { dispatcher, headers: { accept: 'text/html' } })
      const dom = new JSDOM(await answer.text(), { url, virtualConsole: new VirtualConsole() })
      const article = new Readability(dom.window.document).parse()
      dom.window.close()
      if (!article?.content) continue
      await writeFile(join(folder, `${n}.html`), `<h1>${article.title}</h1>${article.content}`)
      written += 1
    } catch {
      // A page it cannot do is a page less.
    }
  }
  process.send?.({ seconds: (performance.now() - begun) / 1_000, written } satisfies PeerAnswer)
  await dispatcher.close()
})
process.once('disconnect', () => process.exit(0))
process.send?.({ ready: true } satisfies PeerAnswer)
