// Installs what the import is compared with, locked and without install scripts, into this folder alone: nobody who only reads or
// develops Carrel has to carry it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** True when they are here, after fetching them the first time. */
export function installPeers(): boolean {
  if (existsSync(`${folder}node_modules/percollate`)) return true
  process.stderr.write('fetching percollate, to compare with (once) …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return (
    spawnSync(npm, ['ci', '--ignore-scripts', '--silent'], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' }).status ===
    0
  )
}
