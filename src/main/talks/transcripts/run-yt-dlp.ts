// The reader's own yt-dlp, asked for the captions of one talk. It is run without a shell, without its configuration, in a fresh folder of
// which only caption files are taken (GHSA-c6mh-fpjc-4pr3: older versions could be made to write others). It brings its own network.
import { type ExecFileException, execFile } from 'node:child_process'
import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../../shared/failure.ts'
import { harmlessLine } from '../../../shared/text/harmless-signs.ts'

export type YtDlpCaptions = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly generated: boolean | null
  readonly version: string
  /** Older than July 2026, when faults of safety were mended. */
  readonly old: boolean
}

const safeSince = '2026.07'
const probeMs = 20_000
const runMs = 180_000
const maxBytes = 10_000_000

/**
 * Captions of a talk in its language (`lang`, a BCP 47 tag; null: English, and whatever it was recorded in). Throws link.unsupported,
 * yt-dlp.missing, yt-dlp.failed with what it `said`, transcript.none, transcript.empty. Cancelled, it is ended with its folder gone.
 */
export async function runYtDlp(
  { url, lang, signal }: { readonly url: string; readonly lang: string | null; readonly signal: AbortSignal },
  program = 'yt-dlp',
): Promise<YtDlpCaptions> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new Failure('link.unsupported', { scheme: url.split(':')[0] ?? '' })
  const version = await versionOf(program, signal)
  const old = version < safeSince
  const folder = await mkdtemp(join(tmpdir(), 'carrel-captions-'))
  try {
    const ran = await run(program, argumentsFor(new URL(url).href, lang, folder), { cwd: folder, timeout: runMs, signal })
    const file = await bestFile(folder, lang)
    if (file) {
      if (file.bytes.length === 0) throw new Failure('transcript.empty', { name: 'yt-dlp' })
      return { ...file, version, old }
    }
    // It complains of one language and brings another: only without any file is a complaint the answer.
    if (ran.failed) throw new Failure('yt-dlp.failed', { said: complaintIn(ran.stderr), version, old }, { cause: ran.failed })
    throw new Failure('transcript.none', { host: new URL(url).host })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function argumentsFor(url: string, lang: string | null, folder: string): readonly string[] {
  const tag = /^[a-z]{2,3}/i.exec(lang ?? '')?.[0]?.toLowerCase() ?? 'en'
  return [
    ...['--ignore-config', '--no-playlist', '--no-progress', '--skip-download', '--write-subs', '--write-auto-subs', '--sub-format', 'vtt'],
    // What the recording was made in is marked `-orig` where a machine heard it.
    ...['--sub-langs', `${tag},${tag}-[A-Z][A-Z],.*-orig`, '-o', join(folder, 'talk.%(ext)s'), '--', url],
  ]
}

async function versionOf(program: string, signal: AbortSignal): Promise<string> {
  const { stdout, failed, stderr } = await run(program, ['--ignore-config', '--version'], { timeout: probeMs, signal })
  const version = /^\d{4}\.\d{2}\.\d{2}[\w.]*/.exec(stdout.trim())?.[0]
  if (failed || !version) throw new Failure('yt-dlp.failed', { said: complaintIn(stderr) }, { cause: failed })
  return version
}

type Ran = { readonly stdout: string; readonly stderr: string; readonly failed: ExecFileException | null }

/** Throws yt-dlp.missing, and the signal's reason. */
function run(program: string, args: readonly string[], options: { cwd?: string; timeout: number; signal: AbortSignal }): Promise<Ran> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { ...options, shell: false, windowsHide: true, maxBuffer: 2_000_000, killSignal: 'SIGKILL', encoding: 'utf8' },
      (failed, stdout, stderr) => {
        if (options.signal.aborted) reject(options.signal.reason)
        else if (failed?.code === 'ENOENT' || failed?.code === 'EACCES') reject(new Failure('yt-dlp.missing', {}, { cause: failed }))
        else resolve({ stdout, stderr, failed })
      },
    )
  })
}

/** Its last line of error, as it says it, without its name for it. */
function complaintIn(stderr: string): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map(harmlessLine)
    .filter((line) => line !== '')
  const last = lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? ''
  return last.replace(/^ERROR:\s*/, '').slice(0, 300)
}

/** Plain files with a caption's ending; of several the language's own, then its regions, then what a machine heard. */
async function bestFile(folder: string, lang: string | null): Promise<Pick<YtDlpCaptions, 'fileName' | 'bytes' | 'generated'> | null> {
  const names = (await readdir(folder)).filter((name) => /^talk\.[\w-]{2,40}\.(?:vtt|srt)$/.test(name))
  const tag = /^[a-z]{2,3}/i.exec(lang ?? '')?.[0]?.toLowerCase() ?? 'en'
  const rank = (name: string): number =>
    name.startsWith(`talk.${tag}.`) ? 0 : /-orig\.\w+$/.test(name) ? 2 : name.startsWith(`talk.${tag}-`) ? 1 : 3
  for (const name of names.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))) {
    const path = join(folder, name)
    const file = await lstat(path)
    if (!file.isFile() || file.size > maxBytes) continue
    return { fileName: name, bytes: await readFile(path), generated: /-orig\.\w+$/.test(name) ? true : null }
  }
  return null
}
