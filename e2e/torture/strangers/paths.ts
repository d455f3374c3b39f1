// Every way to write a path that might lead out of the folders the door answers from, asked by whoever has the token.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Given, Outcome } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { type Case, theOwner, tryAll } from './case.ts'
import type { Served } from './served.ts'
import { request, speak } from './speak.ts'

const ups = [
  ...[
    '..',
    '%2e%2e',
    '.%2e',
    '%2e.',
    '%2E%2E',
    '%252e%252e',
    '%25252e%25252e',
    '..;',
    '..;x=1',
    '..%00',
    '%00..',
    '..%20',
    ' ..',
    '...',
    '....',
    '..%09',
  ],
  ...[
    '%c0%ae%c0%ae',
    '%e0%80%ae%e0%80%ae',
    '%f0%80%80%ae%f0%80%80%ae',
    '%uff0e%uff0e',
    '\uff0e\uff0e',
    '%ef%bc%8e%ef%bc%8e',
    '..%c0%af',
    '..%c1%9c',
    '~',
    '%7e',
  ],
]
const slashes = [
  '/',
  '//',
  '\\',
  '%2f',
  '%2F',
  '%5c',
  '%5C',
  '%252f',
  '%255c',
  '%c0%af',
  '%e0%80%af',
  '/./',
  '/.//',
  '%2f%2f',
  '\\/',
  ';/',
  '%00/',
  '%ef%bc%8f',
]
const targets = ['etc/passwd', 'package.json', 'out/main/index.js', 'library.db', 'home/secret.txt', 'main/index.js', 'preload/index.cjs']
const alone = [
  ...[
    '//etc/passwd',
    '///etc/passwd',
    '//attacker.example/share',
    '//127.0.0.1/c$/secret.txt',
    '/%5c%5c127.0.0.1%5cc$%5csecret.txt',
    '/\\\\127.0.0.1\\c$\\secret.txt',
  ],
  ...[
    '/C:/Windows/win.ini',
    '/c%3a/Windows/win.ini',
    '/C|/Windows/win.ini',
    '/%5c%5c%3f%5cC:%5cWindows%5cwin.ini',
    '/index.html::$DATA',
    '/index.html%3a%3a$DATA',
    '/CON',
    '/NUL.txt',
    '/aux.js',
  ],
  ...[
    '/file:///etc/passwd',
    '/file%3a%2f%2f%2fetc%2fpasswd',
    '/proc/self/environ',
    '/proc/self/cmdline',
    '/dev/zero',
    '/.',
    '/..',
    '/%2e',
    '/.git/config',
    '/index.html/',
    '/index.html%00.js',
  ],
  ...[
    '/assets',
    '/assets/',
    '/assets/..',
    '/index.html~',
    '/index.html.bak',
    '/INDEX.HTML',
    '/%',
    '/%2',
    '/%zz',
    '/%E0%A4%A',
    '/?',
    '/#',
    '/%23',
    '/%3f',
    '/;',
    '/*',
    '/%2a.js',
    '/ index.html',
  ],
]

export async function alongOddPaths(given: Given, served: Served): Promise<Outcome> {
  const { port, token, copy, blob } = served
  const chance = chanceFrom(given.seed + 3)
  const starts = ['/', '/assets/', `/copy/${copy}/`, `/copy/${copy}/asset/`, '/blob/', '/copy/', `/blob/${blob}/`, '/call/', '/events/']
  const built = Array.from({ length: given.length === 'full' ? 6_000 : 250 }, () => {
    const up = `${chance.pick(ups)}${chance.pick(slashes)}`
    return chance.pick(starts) + up.repeat(chance.between(1, 9)) + chance.pick(targets).replaceAll('/', chance.pick(slashes))
  })
  const ids = [copy, blob].flatMap((id) => [
    id.toUpperCase(),
    `${id}%00`,
    `${id}.`,
    id.slice(1),
    `${id}0`,
    `%${id}`,
    `${id}%2f..`,
    `../${id}`,
    `${id}'--`,
    `${id}"`,
    ` ${id}`,
  ])
  const named = ids.flatMap((id) => [`/copy/${id}/`, `/blob/${id}`, `/copy/${copy}/asset/${id}`])
  const head = { host: `127.0.0.1:${port}`, authorization: `Bearer ${token}`, connection: 'close' }
  const cases = [
    ...built,
    ...alone,
    ...named,
    `/${'a/'.repeat(4_000)}`,
    `/${'../'.repeat(4_000)}etc/passwd`,
    `/${'%2e'.repeat(4_000)}`,
  ].map((where): Case => ({ name: `the path ${where.slice(0, 80)}`, send: [request(`GET ${where}`, head)], is: 'harmless' }))
  // The shell tells the library's titles to its owner: what must not come is a file of the machine.
  const files = { ...served, secrets: served.secrets.slice(1).concat(marker) }
  const outcome = await tryAll(files, 'paths out of the folders', cases)
  const links = await throughLinks(served)
  return { ...outcome, cases: outcome.cases + links.cases, broken: [...outcome.broken, ...links.broken] }
}

const marker = 'a secret of the machine, in no library'

/** Somebody put links among the saved files: what they lead to is not handed out. */
async function throughLinks(served: Served): Promise<{ readonly cases: number; readonly broken: readonly string[] }> {
  if (process.platform === 'win32') return { cases: 0, broken: [] }
  const file = blobFile(path.join(served.library, 'blobs'), served.blob)
  if (file === null) return { cases: 0, broken: ['the saved picture has no file'] }
  const aside = path.join(path.dirname(served.library), 'aside')
  mkdirSync(aside)
  const secret = path.join(aside, 'secret')
  writeFileSync(secret, marker)
  copyFileSync(file, path.join(aside, 'kept'))
  const broken: string[] = []
  const targets = [secret, '/dev/zero', '/proc/self/environ', aside, file, path.join(aside, 'nowhere')]
  for (const target of targets) {
    rmSync(file, { force: true })
    symlinkSync(target, file)
    for (const where of [`/blob/${served.blob}`, `/copy/${served.copy}/asset/${served.blob}`]) {
      const head = { host: `127.0.0.1:${served.port}`, authorization: `Bearer ${served.token}`, connection: 'close' }
      const { text, statuses } = await speak(served.port, [request(`GET ${where}`, head)])
      if (text.includes(marker) || /PATH=/.test(text) || statuses[0] !== 404)
        broken.push(`a link to ${target} was answered ${statuses[0]} at ${where.slice(0, 6)}`)
    }
  }
  rmSync(file, { force: true })
  copyFileSync(path.join(aside, 'kept'), file)
  return { cases: targets.length * 2, broken: [...broken, ...(await theOwner(served))] }
}

function blobFile(folder: string, hash: string): string | null {
  if (!existsSync(folder)) return null
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => path.basename(name).startsWith(hash))
  return found === undefined ? null : path.join(folder, found)
}
