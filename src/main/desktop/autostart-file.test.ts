import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { autostartEntry, setAutostart } from './autostart-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'carrel-autostart-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('is written where the desktop looks, and taken away again, however often', async () => {
  const start = { command: ['/opt/Carrel/carrel'], configFolder: path.join(folder, 'config') }
  await setAutostart(true, start)
  await setAutostart(true, start)
  expect(await readFile(path.join(folder, 'config', 'autostart', 'carrel.desktop'), 'utf8')).toContain('\nExec=/opt/Carrel/carrel\n')
  await setAutostart(false, start)
  await setAutostart(false, start)
  expect(await readdir(path.join(folder, 'config', 'autostart'))).toEqual([])
})

test.each([
  [['/home/ida/Apps/Carrel 1.0.AppImage'], 'Exec="/home/ida/Apps/Carrel 1.0.AppImage"'],
  [['/opt/a', '--library=/home/ida/a b'], 'Exec=/opt/a "--library=/home/ida/a b"'],
  [['/opt/100%/carrel'], 'Exec=/opt/100%%/carrel'],
  [['/opt/$HOME "x"/carrel'], 'Exec="/opt/\\\\$HOME \\\\"x\\\\"/carrel"'],
])('quotes %j as the specification wants it', (command, line) => {
  expect(autostartEntry(command).split('\n')).toContain(line)
})

test('a line break cannot add a key of its own', () => {
  expect(() => autostartEntry(['/opt/a\nHidden=true'])).toThrow('line break')
})
