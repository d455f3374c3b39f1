// What carrel.mjs does once it runs on a good Node: build if need be, then the command line, or the library in a window.
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenStale, root } from './build-when-stale.mjs'
import { openLibrary } from './open-library.mjs'

/** @param {readonly string[]} args */
export async function start(args) {
  if (!(await buildWhenStale())) {
    process.exitCode = 1
    return
  }
  const opening = asOpening(args)
  if (opening === null) await runCommandLine(args)
  else await openLibrary(opening, { root, serve: () => runCommandLine(['serve', ...opening]) })
}

/**
 * The options of `carrel` and `carrel open` when that is what was asked; null for everything else, wrong usage included:
 * the command line knows how to say that.
 * @param {readonly string[]} args
 * @returns {readonly string[] | null}
 */
function asOpening(args) {
  const options = []
  let opens = false
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const value = args[at + 1]
    if (arg === 'open' && !opens) opens = true
    else if (arg.startsWith('--library=')) options.push(arg)
    else if (arg === '--library' && value !== undefined) {
      options.push(`--library=${value}`)
      at += 1
    } else return null
  }
  return options
}

/** Runs the built command line in this very process, so that its streams and its end are ours. */
async function runCommandLine(/** @type {readonly string[]} */ args) {
  enableCompileCache()
  const program = path.join(root, 'out', 'main', 'cli.js')
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}
