// What `carrel serve` puts on a browser's command line, which every user of the machine can read, opens the library once and is not the token.
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '../fixtures.ts'
import { executable, plainEnvironment } from '../run-carrel.ts'

test('the browser is given a key that opens once', async ({ home, library }) => {
  test.skip(process.platform === 'win32', 'the browser of this test is a script of sh')
  const seen = path.join(home, 'seen')
  const browser = path.join(home, 'browser')
  await writeFile(browser, `#!/bin/sh\nprintf %s "$1" > '${seen}'\n`, { mode: 0o755 })
  const env = { ...plainEnvironment(home, library), BROWSER: browser }
  const child = spawn(process.execPath, [executable, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve))
    const printed = new URL((JSON.parse(line) as { url: string }).url)
    const given = () => readFile(seen, 'utf8').catch(() => '')
    await expect.poll(given).toContain('/?token=')
    const handed = new URL(await given())
    expect(handed.origin).toBe(printed.origin)
    expect(handed.href).not.toContain(printed.searchParams.get('token') ?? '-')

    const open = async (address: URL) => (await fetch(address, { redirect: 'manual' })).status
    expect([await open(handed), await open(handed), await open(printed), await open(printed)]).toEqual([303, 401, 303, 303])
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('close', resolve))
  }
})
