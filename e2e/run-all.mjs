// `npm test`: types, lint, build, tests, journeys, in that order of haste; stops at the first that is red, and ends with one line.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildWhenStale, root } from '../src/launch/build-when-stale.mjs'
import { findNode, noNodeWords } from '../src/launch/find-node.mjs'
import { findOrInstallBrowser } from './find-browser.mjs'

const node = findNode()
if (node === null) {
  process.stderr.write(`${noNodeWords}\n`)
  process.exit(1)
}
const reports = mkdtempSync(path.join(tmpdir(), 'carrel-tests-'))
const unitReport = path.join(reports, 'unit.json')
const journeyReport = path.join(reports, 'journeys.json')
const require = createRequire(import.meta.url)

/** @param {string} name @param {string} file */
function program(name, file) {
  return path.join(path.dirname(require.resolve(`${name}/package.json`)), file)
}

/**
 * Runs one step; its words are shown when it fails, or as they come.
 * @param {string} name
 * @param {readonly string[]} args for Node
 * @param {{ readonly show?: boolean, readonly env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<boolean>}
 */
function step(name, args, { show = false, env = {} } = {}) {
  return timed(name, async () => {
    const child = spawn(/** @type {string} */ (node), args, {
      cwd: root,
      env: { ...process.env, PATH: `${path.dirname(/** @type {string} */ (node))}${path.delimiter}${process.env.PATH ?? ''}`, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let words = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        words += chunk
      })
    }
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) process.stdout.write(words)
    return code === 0
  })
}

/** @param {string} name @param {() => Promise<boolean>} work */
async function timed(name, work) {
  const start = performance.now()
  const green = await work()
  process.stdout.write(`${green ? '✓' : '✗'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`)
  return green
}

/** Counts of a report that is there, else none. */
function counted() {
  /** @param {string} file */
  const read = (file) => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      return null
    }
  }
  const unit = read(unitReport)
  const journeys = read(journeyReport)?.stats
  return {
    second: journeys?.flaky ?? 0,
    passed: (unit?.numPassedTests ?? 0) + (journeys?.expected ?? 0) + (journeys?.flaky ?? 0),
    failed:
      (unit?.numFailedTests ?? 0) + (unit?.numFailedTestSuites > 0 && unit?.numFailedTests === 0 ? 1 : 0) + (journeys?.unexpected ?? 0),
  }
}

async function all() {
  const checked = await Promise.all([
    step('types', [program('typescript', 'bin/tsc'), '--build']),
    step('lint', [program('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings']),
    timed('build', () => buildWhenStale({ force: true })),
  ])
  if (checked.includes(false)) return false
  const vitest = [
    program('vitest', 'vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=./e2e/name-second-tries.ts',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]
  if (!(await step('tests', vitest, { show: true }))) return false
  const browser = findOrInstallBrowser()
  if (browser === null) return false
  return step('journeys', [program('playwright', 'cli.js'), 'test'], {
    show: true,
    env: { CARREL_BROWSER: browser, CARREL_JOURNEYS_REPORT: journeyReport },
  })
}

const green = await timed('npm test', all)
const { passed, failed, second } = counted()
rmSync(reports, { recursive: true, force: true })
if (second > 0) process.stdout.write(`${second} of the journeys were green at the second try only; they are listed as flaky above\n`)
process.stdout.write(`${passed} passed, ${green ? failed : Math.max(1, failed)} failed\n`)
process.exitCode = green ? 0 : 1
