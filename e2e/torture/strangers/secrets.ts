// Where the token must never stand: the log, the library, other answers, the list of processes. Where it must: in the one line that says it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Given, Outcome } from '../attack.ts'
import { theOwner } from './case.ts'
import type { Served } from './served.ts'
import { request, speak } from './speak.ts'

export async function isKeptSecret(_given: Given, served: Served): Promise<Outcome> {
  const { port, token, pid, library } = served
  const broken: string[] = []
  const inPrint = served.printed().split(token).length - 1
  if (inPrint !== 1) broken.push(`the token was printed ${inPrint} times`)

  const files = readdirSync(path.dirname(library), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files) {
    const where = path.join(file.parentPath, file.name)
    if (readFileSync(where).includes(token)) broken.push(`the token stands in ${file.name}`)
  }

  let processes = 0
  for (const one of process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []) {
    processes++
    for (const what of ['cmdline', 'environ']) {
      // Of others' processes only what anybody may read; ours and its children are all readable.
      if (readProcess(one, what).includes(token))
        broken.push(`the token stands in ${what} of ${Number(one) === pid ? 'the server' : 'another process'}`)
    }
  }

  // Everything the owner can ask, with all the words of the failures: no answer repeats what opened the door.
  const auth = { host: `127.0.0.1:${port}`, authorization: `Bearer ${token}`, cookie: `carrel-${port}=${token}`, connection: 'close' }
  const asked = [
    ['GET /', ''],
    ['GET /nowhere', ''],
    [`GET /nowhere?token=${token}`, ''],
    ['GET /call/settings.get', ''],
    ['POST /call/nothing', '{}'],
    ['POST /call/settings.get', '{"extra":1}'],
    ['POST /call/settings.change', 'no json'],
    ['POST /call/doctor.run', '{}'],
    ['POST /call/network.contacts', '{}'],
    ['POST /call/settings.get', '{}'],
    ['POST /call/job.list', '{}'],
    ['TRACE /', ''],
  ] as const
  for (const [line, body] of asked) {
    const headers = { ...auth, 'content-type': 'application/json', 'content-length': String(body.length) }
    const { text } = await speak(port, [request(line, headers, body)], { quietMs: 20_000 })
    if (text.includes(token)) broken.push(`the answer to ${line.split('?')[0]} repeats the token`)
  }

  // The exchange: the token goes into a cookie that no script reads, out of the address, and is told to nobody as a referrer.
  const { text } = await speak(port, [request(`GET /?token=${token}`, { host: auth.host, connection: 'close' })])
  for (const [what, how] of [
    ['leaves the address', /^HTTP\/1\.1 303 [\s\S]*^location: \/\r$/im],
    ['is no referrer', /^referrer-policy: no-referrer\r$/im],
    ['is kept by nobody on the way', /^cache-control: no-store\r$/im],
    ['is for no script and no other site', /^set-cookie: carrel-\d+=[\w-]+; Path=\/; HttpOnly; SameSite=Strict\r$/im],
  ] as const) {
    if (!how.test(text)) broken.push(`at the exchange, the token ${what}: not so`)
  }
  return {
    name: 'the token is nowhere else',
    cases: 1 + files.length + processes * 2 + asked.length + 4,
    broken: [...broken, ...(await theOwner(served))],
  }
}

function readProcess(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'latin1')
  } catch {
    return ''
  }
}
