// `carrel open` where no window can be had: one line says so, the address is printed, and it ends when told to.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '../fixtures.ts'
import { executable, plainEnvironment } from '../run-carrel.ts'

// Whatever this machine has: these journeys are about a machine without Electron.
const noWindow = { CARREL_NO_ELECTRON: '1' }

test('opens the library for the browser where there is no window, and says so in one line', async ({ home, library }) => {
  const env = { ...plainEnvironment(home, library), ...noWindow }
  const child = spawn(process.execPath, [executable, 'open'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stdout = createInterface({ input: child.stdout })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const address = await new Promise<string>((resolve) => stdout.once('line', resolve))
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=\S+$/)
  const { origin, searchParams } = new URL(address)
  const authorization = `Bearer ${searchParams.get('token')}`
  const counts = await fetch(`${origin}/call/item.counts`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(counts.status).toBe(200)
  child.kill('SIGTERM')
  await ended
  expect(stderr).toMatch(/^carrel: .+, so the library opens for your browser instead\.$/m)
  expect(stderr).not.toMatch(/\n\s+at /)
  await expect(fetch(origin)).rejects.toThrow()
})

test('runs from any folder and through a link', async ({ home, library }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'carrel-link-'))
  const link = path.join(folder, 'carrel')
  await symlink(executable, link)
  const child = spawn(process.execPath, [link, 'list', '--json'], { env: plainEnvironment(home, library), cwd: folder })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0)
  expect(JSON.parse(stdout)).toEqual([])
  await rm(folder, { recursive: true })
})

test('tells wrong usage from failure by its exit code', async ({ carrel }) => {
  expect((await carrel(['--help'])).code).toBe(0)
  expect((await carrel(['nonsense'])).code).toBe(2)
  expect((await carrel(['open', '--nonsense'])).code).toBe(2)
  expect((await carrel(['read', '0'.repeat(32)])).code).toBe(1)
})
