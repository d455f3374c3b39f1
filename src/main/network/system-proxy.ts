// The proxy a person set in the system's own settings, for when neither the environment nor our settings name one.
import { execFile } from 'node:child_process'

/** Runs a program and answers what it printed; '' when it is not there, fails or takes too long. */
export type Run = (program: string, args: readonly string[]) => Promise<string>

const patienceMs = 1_500
const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: patienceMs, windowsHide: true }, (error, stdout) => resolve(error ? '' : stdout))
  })

/**
 * The system's proxy as an address, or null: macOS (`scutil --proxy`), Windows (the registry's Internet Settings), GNOME (`gsettings`).
 * Automatic configuration files are not read: they are programs, and none of ours runs a stranger's.
 */
export async function systemProxy(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  run: Run = runProgram,
): Promise<string | null> {
  if (platform === 'darwin') return ofMac(await run('/usr/sbin/scutil', ['--proxy']))
  if (platform === 'win32') {
    return ofWindows(await run('reg', ['query', 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings']))
  }
  if (!/gnome|unity|cinnamon|budgie/i.test(env.XDG_CURRENT_DESKTOP ?? '')) return null
  if (unquoted(await run('gsettings', ['get', 'org.gnome.system.proxy', 'mode'])) !== 'manual') return null
  for (const kind of ['https', 'http']) {
    const [host, port] = await Promise.all(['host', 'port'].map((key) => run('gsettings', ['get', `org.gnome.system.proxy.${kind}`, key])))
    const found = addressOf(unquoted(host ?? ''), unquoted(port ?? ''))
    if (found !== null) return found
  }
  return null
}

/** The environment with the system's proxy in it, where neither names one. */
export async function withSystemProxy(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  run: Run = runProgram,
): Promise<Readonly<Record<string, string | undefined>>> {
  const named = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].some((name) => env[name] || env[name.toLowerCase()])
  const proxy = named ? null : await systemProxy(platform, env, run)
  return proxy === null ? env : { ...env, HTTP_PROXY: proxy, HTTPS_PROXY: proxy }
}

function ofMac(printed: string): string | null {
  const value = (key: string): string => new RegExp(`^\\s*${key} : (\\S+)$`, 'm').exec(printed)?.[1] ?? ''
  for (const kind of ['HTTPS', 'HTTP']) {
    const found = value(`${kind}Enable`) === '1' ? addressOf(value(`${kind}Proxy`), value(`${kind}Port`)) : null
    if (found !== null) return found
  }
  return null
}

function ofWindows(printed: string): string | null {
  if (!/^\s*ProxyEnable\s+REG_DWORD\s+0x1\s*$/m.test(printed)) return null
  const server = /^\s*ProxyServer\s+REG_SZ\s+(\S+)\s*$/m.exec(printed)?.[1] ?? ''
  // One for everything, or `http=host:port;https=host:port`.
  const parts = new Map(
    server
      .split(';')
      .map(
        (part) =>
          (part.includes('=') ? [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] : ['', part]) as [string, string],
      ),
  )
  const [host = '', port = ''] = (parts.get('https') ?? parts.get('http') ?? parts.get('') ?? '').replace(/^https?:\/\//i, '').split(':')
  return addressOf(host, port)
}

function addressOf(host: string, port: string): string | null {
  const address = `http://${host}:${port}`
  return host !== '' && /^[1-9]\d*$/.test(port) && URL.canParse(address) ? new URL(address).origin : null
}

function unquoted(printed: string): string {
  return printed.trim().replace(/^'|'$/g, '')
}
