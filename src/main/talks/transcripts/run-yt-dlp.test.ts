// Real child processes: a script stands where yt-dlp would be installed.
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runYtDlp } from './run-yt-dlp.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carrel-tool-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** `body` runs with `out`, the folder and name of `-o` without its ending. */
async function tool(body: string, version = '2026.08.19'): Promise<string> {
  const path = join(folder, 'yt-dlp')
  const script = `#!/bin/sh
for a in "$@"; do printf '%s\\n' "$a" >> '${folder}/args'; [ "$a" = --version ] && { echo '${version}'; exit 0; }; [ "$was" = -o ] && out="\${a%.%(ext)s}"; was=$a; done
${body}
`
  await writeFile(path, script)
  await chmod(path, 0o755)
  return path
}
const ask = (program: string, url = 'https://tube.test/watch?v=a b', lang: string | null = 'de', signal = new AbortController().signal) =>
  runYtDlp({ url, lang, signal }, program)
const cue = "printf 'WEBVTT\\n\\n00:01.000 --> 00:02.000\\nHallo.\\n' >"
const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('carrel-captions-'))

test('it is called with a list, without its configuration, the address behind --; only a caption file is taken, the folder goes', async () => {
  const before = await left()
  const program = await tool(`${cue} "$out.de-orig.vtt"; ${cue} "$out.de.vtt"; echo evil > "$out.desktop"; ln -s /etc/passwd "$out.aa.vtt"`)
  const found = await ask(program)
  expect(found).toMatchObject({ fileName: 'talk.de.vtt', version: '2026.08.19', old: false, generated: null })
  expect(new TextDecoder().decode(found.bytes)).toContain('Hallo.')
  const args = (await readFile(join(folder, 'args'), 'utf8')).trim().split('\n')
  expect(args.slice(0, 3)).toEqual(['--ignore-config', '--version', '--ignore-config'])
  expect(args).toEqual(expect.arrayContaining(['--skip-download', '--write-subs', '--write-auto-subs', 'vtt', 'de,de-[A-Z][A-Z],.*-orig']))
  expect(args.slice(-2)).toEqual(['--', 'https://tube.test/watch?v=a%20b'])
  expect(await left()).toEqual(before)
})

test('an old one is told; what a machine heard is told', async () => {
  expect(await ask(await tool(`${cue} "$out.fr-orig.vtt"; exit 1`, '2026.06.09'))).toMatchObject({ old: true, generated: true })
})

test('what it complains of is said plainly', async () => {
  const program = await tool(`printf 'WARNING: x\\nERROR: [tube] a: \\033[31mSign in\\033[0m to confirm\\n' >&2; exit 1`)
  await expect(ask(program)).rejects.toMatchObject({
    code: 'yt-dlp.failed',
    facts: { said: expect.stringContaining('Sign in'), old: false },
  })
  await expect(ask(program)).rejects.toMatchObject({ facts: { said: expect.not.stringContaining('\u001b') } })
})

test('no captions, an empty file, a link among the files, no tool, no address of the web', async () => {
  await expect(ask(await tool('exit 0'))).rejects.toMatchObject({ code: 'transcript.none', facts: { host: 'tube.test' } })
  await expect(ask(await tool(': > "$out.de.vtt"'))).rejects.toMatchObject({ code: 'transcript.empty' })
  await expect(ask(await tool('ln -s /etc/passwd "$out.de.vtt"'))).rejects.toMatchObject({ code: 'transcript.none' })
  await expect(ask(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'yt-dlp.missing' })
  await expect(ask(await tool('exit 0'), 'file:///etc/passwd')).rejects.toMatchObject({ code: 'link.unsupported' })
  await expect(ask(await tool('exit 0'), '--exec=touch x')).rejects.toMatchObject({ code: 'link.unsupported' })
})

test('cancelled, it ends and leaves nothing', async () => {
  const before = await left()
  const stop = new AbortController()
  const asked = ask(await tool(`: > '${folder}/begun'; exec sleep 60`), undefined, undefined, stop.signal)
  const begun = async (): Promise<void> => {
    if (!(await readdir(folder)).includes('begun')) return new Promise((resolve) => setTimeout(() => resolve(begun()), 20))
  }
  await begun()
  stop.abort()
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  expect(await left()).toEqual(before)
})
