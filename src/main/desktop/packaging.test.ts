// The installers cannot be made here, so what they rely on is held to the sources: names, files, and what lies outside the archive.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkScheme } from './deep-link.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const config = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
/** The entries of a list of the file, by the list's name. */
const listOf = (name: string) =>
  (new RegExp(`^${name}:\\n((?:  .*\\n)+)`, 'm').exec(config)?.[1] ?? '')
    .split('\n')
    .flatMap((line) => /^ {2}- "?([^"]+)"?$/.exec(line)?.[1] ?? [])
const word = (name: string) => new RegExp(`^\\s*${name}: (.+)$`, 'm').exec(config)?.[1]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'carrel-installed-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('links of our scheme come to Carrel', () => {
  expect(word('schemes')).toBe(`[${linkScheme}]`)
})

test('what runs as Node lies outside the archive, and Node may be run', () => {
  const unpacked = listOf('asarUnpack')
  // Entries of child processes and workers, the command line, what they read, and the packages they import.
  for (const wanted of ['out/main/**', 'out/renderer/**', 'resources/**', 'src/launch/**', 'node_modules/**', 'package.json']) {
    expect(unpacked).toContain(wanted)
  }
  expect(word('runAsNode')).toBe('true')
  expect(word('onlyLoadAppFromAsar')).toBe('true')
  for (const fuse of ['enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments', 'grantFileProtocolExtraPrivileges']) {
    expect(word(fuse), fuse).toBe('false')
  }
})

test('every file the installers are given is there, icons as large as their systems want', () => {
  for (const file of ['packaging/bin/carrel', 'packaging/bin/carrel.cmd', 'packaging/bin/path.ps1', 'packaging/installer.nsh']) {
    expect(existsSync(path.join(root, file)), file).toBe(true)
  }
  const icons = [...config.matchAll(/^ {2}icon: (.+)$/gm)].map(([, file = '']) => readFileSync(path.join(root, file)))
  expect(icons).toHaveLength(3)
  const [png, icns, ico] = icons as [Buffer, Buffer, Buffer]
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512])
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  // 1,024 pixels.
  expect(icns.includes('ic10')).toBe(true)
  // Width 0 means 256.
  const widths = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico.readUInt8(6 + 16 * at))
  expect(widths).toContain(0)
})

// On a system without sh there is carrel.cmd, which only that system can try.
test.skipIf(process.platform === 'win32')('the command finds its program through links, and runs it as Node', () => {
  const app = path.join(folder, 'Carrel of mine')
  const bin = path.join(app, 'resources', 'bin')
  for (const made of [bin, path.join(app, 'resources', 'app.asar.unpacked')]) mkdirSync(made, { recursive: true })
  const command = path.join(bin, 'carrel')
  writeFileSync(command, readFileSync(path.join(root, 'packaging', 'bin', 'carrel')), { mode: 0o755 })
  writeFileSync(path.join(app, 'carrel-window'), '#!/bin/sh\nprintf "%s\\n" "$ELECTRON_RUN_AS_NODE" "$@"\n', { mode: 0o755 })
  const link = path.join(folder, 'carrel')
  symlinkSync(path.relative(folder, command), link)
  const { stdout, stderr } = spawnSync(link, ['save', 'https://a.example/ b'], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const [asNode, program = '', ...args] = stdout.trim().split('\n')
  expect(asNode).toBe('1')
  expect(path.normalize(program)).toMatch(/Carrel of mine\/resources\/app\.asar\.unpacked\/src\/launch\/installed\.mjs$/)
  expect(args).toEqual(['save', 'https://a.example/ b'])
})
