// Electron's binary: whether it is here, and how to fetch it. Its package has no install script any more; its own
// install.js does the fetching, checks the checksum and unpacks.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** How long the host may take to answer at all; the download itself takes as long as it takes. */
const reachMs = 8_000

function packageFolder() {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/**
 * The executable, or null when it has not been fetched (or not completely). The same test as Electron's own install.js.
 * @returns {string | null}
 */
export function electronPath() {
  const folder = packageFolder()
  if (folder === null) return null
  try {
    const wanted = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || path.join(folder, 'dist')
    const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    const executable = path.join(dist, readFileSync(path.join(folder, 'path.txt'), 'utf8').trim())
    return version === wanted && existsSync(executable) ? executable : null
  } catch {
    return null
  }
}

/** False where the package itself is absent, as in an installation without development packages. */
export function canFetchElectron() {
  return packageFolder() !== null
}

/**
 * Fetches it. Answers null, or in a few words why it could not be had. A download kept from another project needs no network,
 * so fetching begins at once and is given up only when the host has not answered in time.
 * @returns {Promise<string | null>}
 */
export async function fetchElectron() {
  const folder = packageFolder()
  if (folder === null) return 'Electron is not part of this installation'
  const child = spawn(process.execPath, [path.join(folder, 'install.js')], {
    // Proxies of the environment count for this download too.
    env: { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: 'ignore',
    windowsHide: true,
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  /** @type {Promise<boolean>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
  const host = downloadHost()
  const first = await Promise.race([ended, isReachable(host).then((reached) => (reached ? 'reached' : 'unreachable'))])
  if (first === 'unreachable') child.kill()
  const fetched = await ended
  process.off('exit', stop)
  if (fetched) return null
  return first === 'reached' ? 'Electron could not be fetched' : `Electron could not be fetched (no way to ${host.host})`
}

/** Where the download comes from; people behind a firewall name a mirror in one of these. */
function downloadHost() {
  const named = ['npm_config_electron_mirror', 'NPM_CONFIG_ELECTRON_MIRROR', 'ELECTRON_MIRROR']
    .map((name) => process.env[name])
    .find(Boolean)
  return new URL(named !== undefined && URL.canParse(named) ? named : 'https://github.com/')
}

/** @param {URL} host */
async function isReachable(host) {
  // Loaded here alone: every command line passes this file.
  const { EnvHttpProxyAgent, fetch } = await import('undici')
  const dispatcher = new EnvHttpProxyAgent()
  try {
    await fetch(host, { method: 'HEAD', redirect: 'manual', dispatcher, signal: AbortSignal.timeout(reachMs) })
    return true
  } catch {
    return false
  } finally {
    void dispatcher.close()
  }
}
