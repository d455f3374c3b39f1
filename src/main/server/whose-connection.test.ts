import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TriedServer, tryServer } from './try-server.ts'
import { openWhoseConnection } from './whose-connection.ts'

let folder: string
let server: TriedServer
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carrel-users-'))
  server = await tryServer()
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const line = (from: string, to: string, user: number) =>
  `   7: ${from} ${to} 01 00000000:00000000 00:00000000 00000000  ${user}        0 123456 1 0000000000000000 20 4 30 10 -1`
const socket = (remotePort: number) => ({ remotePort, localPort: 17_000 }) as Socket

it('tells by the kernel’s tables, and knows nothing of whom they do not name', async () => {
  const table = path.join(folder, 'tcp')
  const to = '0100007F:4268'
  writeFileSync(
    table,
    [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      line('0100007F:9C40', to, 1_000),
      line('0100007F:9C41', to, 1_001),
      line('0100007F:9C42', to, 0),
      line('0000000000000000FFFF00000100007F:9C43', `0000000000000000FFFF0000${to}`, 1_001),
      line('0A00000A:9C44', to, 1_001),
      // What is over and not yet forgotten.
      line('0100007F:9C45', to, 1_001).replace(' 01 ', ' 06 '),
    ].join('\n'),
  )
  const second = path.join(folder, 'tcp6')
  writeFileSync(second, line('0000000000000000FFFF00000100007F:9C46', `0000000000000000FFFF0000${to}`, 1_001))
  const whose = openWhoseConnection([table, path.join(folder, 'absent'), second], 1_000)
  const ours = await Promise.all([40_000, 40_001, 40_002, 40_003, 40_004, 40_005, 40_006].map((port) => whose.isOurs(socket(port))))
  expect(ours).toEqual([true, false, true, false, true, true, false])
  expect(await openWhoseConnection([], 1_000).isOurs(socket(40_001))).toBe(true)
  expect(await openWhoseConnection([table], null).isOurs(socket(40_001))).toBe(true)
})

// Only root can be two users.
it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'refuses another user of this machine, even with the token',
  async ({ skip }) => {
    const program = `
    const [port, token] = process.argv.slice(1)
    for (const path of ['/', '/?token=' + token]) {
      const answer = await fetch('http://127.0.0.1:' + port + path, { headers: { authorization: 'Bearer ' + token }, redirect: 'manual' })
      console.log(answer.status, answer.headers.get('set-cookie'))
    }`
    const ask = (uid: number): Promise<string> =>
      new Promise((resolve, reject) => {
        const args = ['--input-type=module', '-e', program, String(server.port), server.token]
        execFile(process.execPath, args, { uid, gid: uid, cwd: '/' }, (error, stdout) => (error === null ? resolve(stdout) : reject(error)))
      })
    // This Node may lie where nobody else may read it.
    skip(spawnSync(process.execPath, ['-v'], { uid: 65_534, gid: 65_534, cwd: '/' }).status !== 0)
    expect(await ask(65_534)).toBe('403 null\n403 null\n')
    expect(await ask(0)).toMatch(/^200 null\n303 carrel-/)
  },
)
