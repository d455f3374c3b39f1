import { expect, test } from 'vitest'
import { type Run, systemProxy, withSystemProxy } from './system-proxy.ts'

const printing =
  (told: Readonly<Record<string, string>>): Run =>
  async (program, args) =>
    told[[program, ...args].join(' ')] ?? told[program] ?? ''

const mac =
  '<dictionary> {\n  HTTPEnable : 1\n  HTTPPort : 3128\n  HTTPProxy : plain.example\n  HTTPSEnable : 1\n  HTTPSPort : 8443\n  HTTPSProxy : proxy.example\n}\n'
const windows = (enabled: string, server: string) =>
  `\r\nHKEY_CURRENT_USER\\Software\r\n    ProxyEnable    REG_DWORD    ${enabled}\r\n    ProxyServer    REG_SZ    ${server}\r\n`

test.each([
  ['https of a Mac goes first', 'darwin', { '/usr/sbin/scutil': mac }, 'http://proxy.example:8443'],
  [
    'http of a Mac where https is off',
    'darwin',
    { '/usr/sbin/scutil': mac.replace('HTTPSEnable : 1', 'HTTPSEnable : 0') },
    'http://plain.example:3128',
  ],
  ['none on a Mac', 'darwin', { '/usr/sbin/scutil': '<dictionary> {\n}\n' }, null],
  ['one for everything on Windows', 'win32', { reg: windows('0x1', 'proxy.example:8080') }, 'http://proxy.example:8080'],
  ['one a scheme on Windows', 'win32', { reg: windows('0x1', 'http=a.example:1;https=b.example:2') }, 'http://b.example:2'],
  ['switched off on Windows', 'win32', { reg: windows('0x0', 'proxy.example:8080') }, null],
  ['a tool that is not there', 'win32', {}, null],
] as const)('%s', async (_what, platform, told, expected) => {
  expect(await systemProxy(platform, {}, printing(told as Readonly<Record<string, string>>))).toBe(expected)
})

test('GNOME is asked where it runs, and only a manual proxy is taken', async () => {
  const run = printing({
    'gsettings get org.gnome.system.proxy mode': "'manual'\n",
    'gsettings get org.gnome.system.proxy.https host': "'proxy.example'\n",
    'gsettings get org.gnome.system.proxy.https port': '8080\n',
  })
  expect(await systemProxy('linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, run)).toBe('http://proxy.example:8080')
  expect(await systemProxy('linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, printing({ gsettings: "'none'\n" }))).toBeNull()
  expect(await systemProxy('linux', {}, run)).toBeNull()
})

test('the environment goes before the system', async () => {
  const run = printing({ '/usr/sbin/scutil': mac })
  expect(await withSystemProxy({ https_proxy: 'http://own.example:1' }, 'darwin', run)).toEqual({ https_proxy: 'http://own.example:1' })
  expect(await withSystemProxy({ PATH: '/bin' }, 'darwin', run)).toEqual({
    PATH: '/bin',
    HTTP_PROXY: 'http://proxy.example:8443',
    HTTPS_PROXY: 'http://proxy.example:8443',
  })
})

test('a program that is not installed is no fault', async () => {
  const elsewhere = process.platform === 'darwin' ? 'win32' : 'darwin'
  expect(await systemProxy(elsewhere, {})).toBeNull()
})
