// What carrel.mjs does once it runs on a good Node: build if need be, then the command line, or the library in a window.
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { asOpening } from './as-opening.mjs'
import { buildWhenStale, root } from './build-when-stale.mjs'
import { openLibrary } from './open-library.mjs'
import { startAgainTidily } from './tidy-allocator.mjs'

/** @param {readonly string[]} args */
export async function start(args) {
  // Wherever it stands among the words: for one too many, 40 ms are lost.
  if (args.includes('serve')) startAgainTidily(args)
  if (!(await buildWhenStale())) {
    process.exitCode = 1
    return
  }
  const opening = asOpening(args)
  if (opening === null) await runCommandLine(args)
  else await openLibrary(opening, { root, serve: () => serveInstead(opening) })
}

/** The same library for the browser. @param {NonNullable<ReturnType<typeof asOpening>>} opening */
function serveInstead({ options, links }) {
  if (links.length > 0) process.stderr.write('carrel: carrel:// links open in Carrel’s own window; paste the link into Add instead.\n')
  const args = ['serve', ...options]
  startAgainTidily(args)
  return runCommandLine(args)
}

/** Runs the built command line in this very process, so that its streams and its end are ours. */
async function runCommandLine(/** @type {readonly string[]} */ args) {
  enableCompileCache()
  const program = path.join(root, 'out', 'main', 'cli.js')
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
}
