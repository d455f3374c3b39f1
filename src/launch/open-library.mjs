// `npm start`, `carrel` and `carrel open`: the library in Electron's window, or, where that cannot be had, one line
// saying so and the same library through the loopback server.
import { canFetchElectron, electronPath, fetchElectron } from './electron-binary.mjs'
import { endLike, runProgram } from './run-program.mjs'

/**
 * @param {{ readonly options: readonly string[], readonly links: readonly string[] }} opening as asOpening answers
 * @param {{ readonly root: string, readonly serve: () => Promise<void> }} ways
 */
export async function openLibrary({ options, links }, { root, serve }) {
  const found = await findElectron()
  if (typeof found === 'object') {
    say(found.why)
    return serve()
  }
  const why = await runElectron(found, [root, ...options, ...links])
  if (why === null) return
  say(why)
  return serve()
}

/** @param {string} why */
function say(why) {
  process.stderr.write(`carrel: ${why}, so the library opens for your browser instead.\n`)
}

/** @returns {Promise<string | { readonly why: string }>} the binary, or why there is none */
async function findElectron() {
  if (process.env.CARREL_NO_ELECTRON === '1') return { why: 'CARREL_NO_ELECTRON is set' }
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { why: 'there is no display for a window here' }
    // Chromium's sandbox refuses it, and we open no window without the sandbox.
    if (process.getuid?.() === 0) return { why: 'Electron does not run as root' }
  }
  const here = electronPath()
  if (here !== null) return here
  if (!canFetchElectron()) return { why: 'Electron is not part of this installation' }
  process.stderr.write('carrel: fetching Electron for the window (about 100 MB, once) …\n')
  const why = await fetchElectron()
  return electronPath() ?? { why: why ?? 'Electron could not be unpacked' }
}

/**
 * Runs the window until it is closed. Answers null when it had opened, else why it could not.
 * @param {string} electron
 * @param {readonly string[]} args
 * @returns {Promise<string | null>}
 */
async function runElectron(electron, args) {
  const env = { ...process.env }
  // Set by editors that are Electron themselves; it would make a plain Node of ours.
  delete env.ELECTRON_RUN_AS_NODE
  let opened = false
  /** @type {Buffer[]} */
  const held = []
  try {
    const ending = await runProgram(electron, args, {
      env,
      stderr: 'pipe',
      started(child) {
        // What Chromium says before it gives up (a missing library, a refused sandbox) is no sentence for a reader.
        child.stderr?.on('data', (chunk) => (opened ? process.stderr.write(chunk) : held.push(chunk)))
        child.once('message', () => {
          opened = true
        })
      },
    })
    // Stopped on purpose, or ended by itself (another window of this library was there already).
    if (opened || ending.code === 0 || ending.signal === 'SIGINT' || ending.signal === 'SIGTERM') {
      endLike(ending)
      return null
    }
    if (process.env.CARREL_DEBUG === '1') process.stderr.write(Buffer.concat(held))
    return 'Electron could not open a window here'
  } catch {
    return 'Electron could not be started'
  }
}
