// `npm run dev`: the window with hot reload, from the sources. Fetches Electron when it is not here; there is no way without it.
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './build-when-stale.mjs'
import { electronPath, fetchElectron } from './electron-binary.mjs'
import { endLike, runProgram } from './run-program.mjs'

if (electronPath() === null) {
  process.stderr.write('carrel: fetching Electron for the window (about 100 MB, once) …\n')
  const why = await fetchElectron()
  if (why !== null) {
    process.stderr.write(`carrel: ${why}. Developing in the browser: "npx carrel serve" after every change.\n`)
    process.exit(1)
  }
}
// Development writes into out/ as well: the next ordinary start builds again.
rmSync(path.join(root, 'out', 'built.json'), { force: true })
const builder = path.join(path.dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')), 'bin', 'electron-vite.js')
endLike(await runProgram(process.execPath, [builder, 'dev', '--watch', ...process.argv.slice(2)], { cwd: root }))
