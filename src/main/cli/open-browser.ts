// Opens an address (or a file) with the system's own program. Everything that can go wrong here is no failure: the address is printed too.
import { spawn } from 'node:child_process'
import { release } from 'node:os'

type Environment = Readonly<Record<string, string | undefined>>
type Program = { readonly command: string; readonly args: readonly string[] }

/** A program that has not failed by then has opened something. */
const patienceMs = 4_000

/**
 * Answers whether something was opened. `BROWSER=none` opens nothing; another BROWSER is a program, or several in order of
 * preference separated by colons, with `%s` for the address. Without a display nothing is opened.
 */
export async function openBrowser(url: string, env: Environment, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  for (const program of programs(url, env, platform)) if (await runs(program, env)) return true
  return false
}

function programs(url: string, env: Environment, platform: NodeJS.Platform): readonly Program[] {
  const named = env.BROWSER?.trim() ?? ''
  if (named === 'none') return []
  if (named !== '') {
    const words = platform === 'win32' ? [named] : named.split(':').filter((one) => one !== '')
    return words.map((one) => asProgram(one, url))
  }
  if (platform === 'darwin') return [{ command: 'open', args: [url] }]
  // No shell in between: cmd's `start` would read an & in the address as its own.
  if (platform === 'win32') return [{ command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }]
  const onWindows: readonly Program[] = /microsoft/i.test(release()) ? [{ command: 'wslview', args: [url] }] : []
  const display = Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
  return [...onWindows, ...(display ? [{ command: 'xdg-open', args: [url] }] : [])]
}

function asProgram(words: string, url: string): Program {
  const [command = '', ...args] = words.split(/\s+/)
  return args.some((arg) => arg.includes('%s'))
    ? { command, args: args.map((arg) => arg.replaceAll('%s', url)) }
    : { command, args: [...args, url] }
}

function runs({ command, args }: Program, env: Environment): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...env }, stdio: 'ignore', detached: true, windowsHide: true })
    const patience = setTimeout(() => resolve(true), patienceMs)
    child.once('error', () => {
      clearTimeout(patience)
      resolve(false)
    })
    child.once('exit', (code) => {
      clearTimeout(patience)
      resolve(code === 0)
    })
    child.unref()
  })
}
