// Builds out/ when the sources are newer than it. Several processes may ask at once: one builds, the others wait,
// and out/ changes by renaming, so nobody ever runs half a build.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { findNode, noNodeWords } from './find-node.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const out = path.join(root, 'out')
const stampFile = path.join(out, 'built.json')
const workshop = path.join(root, 'node_modules', '.cache', 'carrel-build')
const lockFile = path.join(workshop, 'lock')
const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/**
 * Leaves a fresh out/ behind. Answers false when that could not be done; why has then been said on stderr.
 * A package without src/main/ is never built: it was built before it was packed.
 * @param {{ readonly force?: boolean }} [options]
 * @returns {Promise<boolean>}
 */
export async function buildWhenStale({ force = false } = {}) {
  if (!existsSync(path.join(root, 'src', 'main')))
    return existsSync(stampFile) || complain('this package came without its programs (out/).')
  if (!force && (await isFresh())) return true
  const builder = findBuilder()
  if (builder === null) {
    // Installed without development packages: what was built before is all there is.
    return existsSync(stampFile) || complain('nothing is built, and the builder is not installed. Run "npm ci" first.')
  }
  const node = findNode()
  if (node === null) {
    process.stderr.write(`${noNodeWords}\n`)
    return false
  }
  const release = await takeLock()
  try {
    // Whoever held the lock before us may have built what we need.
    if (!force && (await isFresh())) return true
    process.stderr.write('carrel: building (once after every change) …\n')
    return await build(node, builder)
  } finally {
    await release()
  }
}

/** @param {string} why */
function complain(why) {
  process.stderr.write(`carrel: ${why}\n`)
  return false
}

function findBuilder() {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin', 'electron-vite.js')
  } catch {
    return null
  }
}

async function isFresh() {
  try {
    return JSON.parse(await readFile(stampFile, 'utf8')).sources === (await sourceStamp())
  } catch {
    return false
  }
}

/** One word for the state of all sources: changes when a file is edited, added, renamed or removed. */
async function sourceStamp() {
  const state = createHash('sha256')
  /** @param {string} entry */
  const visit = async (entry) => {
    const found = await stat(entry).catch(() => null)
    if (found === null) return
    if (found.isDirectory()) {
      for (const name of (await readdir(entry)).sort()) if (!isTestOnly(name)) await visit(path.join(entry, name))
      return
    }
    state.update(`${path.relative(root, entry)}\0${found.mtimeMs}\0${found.size}\n`)
  }
  for (const source of sources) await visit(path.join(root, source))
  return state.digest('hex')
}

/** @param {string} name */
function isTestOnly(name) {
  return name === 'golden' || name === 'testing' || /\.test\.tsx?$/.test(name)
}

/**
 * @param {string} node
 * @param {string} builder
 */
async function build(node, builder) {
  await removeLeftovers()
  const fresh = path.join(workshop, `new-${process.pid}`)
  const old = path.join(workshop, `old-${process.pid}`)
  // Taken before building: what is edited meanwhile makes this build stale.
  const stamp = await sourceStamp()
  const { code, words } = await run(node, [builder, 'build', '--outDir', fresh, '--logLevel', 'warn'])
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true })
    return complain(`the build failed:\n${stripVTControlCharacters(words).trim()}`)
  }
  await writeFile(path.join(fresh, 'built.json'), JSON.stringify({ sources: stamp }))
  await rename(out, old).catch(ignoreAbsent)
  await rename(fresh, out)
  await rm(old, { recursive: true, force: true })
  return true
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, words: string }>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR: _colours, ...env } = process.env
    const child = spawn(command, args, { cwd: root, env: { ...env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    let words = ''
    const hear = (/** @type {Buffer} */ chunk) => {
      words += chunk
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, words }))
  })
}

/** Waits until this process holds the lock; answers how to give it back. A lock whose holder is dead is taken over. */
async function takeLock() {
  await mkdir(workshop, { recursive: true })
  for (;;) {
    try {
      await writeFile(lockFile, String(process.pid), { flag: 'wx' })
      return () => rm(lockFile, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const holder = Number(await readFile(lockFile, 'utf8').catch(() => '0'))
    if (holder !== 0 && !isAlive(holder)) await rm(lockFile, { force: true })
    await wait(100)
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Folders of builds whose process was killed. */
async function removeLeftovers() {
  for (const name of await readdir(workshop)) {
    const pid = /^(?:new|old)-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(path.join(workshop, name), { recursive: true, force: true })
    }
  }
}

/** @param {unknown} error */
function ignoreAbsent(error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
