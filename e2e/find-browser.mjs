// Finds a Chromium for the journeys: Playwright's own, then the system's; and, when asked, gets one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from 'playwright'

/** @returns {readonly string[]} where Chrome and Chromium are installed, most likely first */
function systemPaths() {
  const env = process.env
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(env.HOME ?? '', 'Applications')].flatMap((folder) => [
      path.join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      path.join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      path.join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ])
  }
  if (process.platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        path.join(folder, 'Google/Chrome/Application/chrome.exe'),
        path.join(folder, 'Chromium/Application/chrome.exe'),
        path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ])
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (env.PATH ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

/**
 * The executable of the browser that is here, or null. CARREL_BROWSER names one, against all others.
 * @returns {string | null}
 */
export function findBrowser() {
  const candidates = [process.env.CARREL_BROWSER ?? '', chromium.executablePath(), ...systemPaths()]
  return candidates.find((file) => file !== '' && existsSync(file)) ?? null
}

/**
 * Finds a browser or installs one: Playwright's own, else, as root on Debian and its kin, the distribution's.
 * Answers null when there is no way; what to do has then been said in one line.
 * @returns {string | null}
 */
export function findOrInstallBrowser() {
  const found = findBrowser()
  if (found !== null) return found
  process.stderr.write('journeys: no Chromium here; installing one …\n')
  const playwright = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  // Its system packages need root, and nobody is here to type a password.
  run(process.execPath, [playwright, 'install', ...(asRoot ? ['--with-deps'] : []), '--no-shell', 'chromium'], 240_000)
  const own = findBrowser()
  if (own !== null) return own
  if (asRoot && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], 120_000, env)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 300_000, env)
  }
  const installed = findBrowser()
  if (installed === null) {
    process.stderr.write(
      'journeys: there is no Chromium and none could be installed. Install Chrome or Chromium, or name one in CARREL_BROWSER.\n',
    )
  }
  return installed
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} timeout
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(command, args, timeout, env = process.env) {
  spawnSync(command, args, { stdio: 'ignore', timeout, env })
}
