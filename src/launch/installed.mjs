// The `carrel` command of an installed Carrel: run by the window's own program as Node (packaging/bin). Nothing is built here.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { asOpening } from './as-opening.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const args = process.argv.slice(2)
const opening = asOpening(args)
if (opening === null) {
  const program = path.join(root, 'out', 'main', 'cli.js')
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
} else {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  // The window lives on when the terminal is closed.
  spawn(process.execPath, [...opening.options, ...opening.links], { env, detached: true, stdio: 'ignore' }).unref()
}
