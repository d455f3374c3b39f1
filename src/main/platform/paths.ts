// Where the library is, found the same way by every door and without Electron; and where it must not be.
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { Failure } from '../../shared/failure.ts'

export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** What `--library` said. */
  readonly argument?: string | undefined
  /** Default: what the environment or the system says. */
  readonly home?: string | undefined
}

/**
 * The library's folder: `--library`, else CARREL_LIBRARY, else the platform's place for a program's data. A relative one is
 * taken from the working folder, as the shell would.
 */
export function libraryFolder({ env, platform, argument, home }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix
  const homeFolder = home ?? (platform === 'win32' ? env.USERPROFILE : env.HOME) ?? homedir()
  const chosen = argument || env.CARREL_LIBRARY
  if (chosen) return path.resolve(/^~[/\\]/.test(chosen) ? path.join(homeFolder, chosen.slice(2)) : chosen)
  if (platform === 'darwin') return path.join(homeFolder, 'Library', 'Application Support', 'Carrel')
  if (platform === 'win32') return path.join(env.APPDATA || path.join(homeFolder, 'AppData', 'Roaming'), 'Carrel')
  // The XDG base directory specification: a relative value is to be ignored.
  const data = env.XDG_DATA_HOME
  return path.join(data && path.isAbsolute(data) ? data : path.join(homeFolder, '.local', 'share'), 'carrel')
}

/** Names of folders that only a cloud program makes, by the folder's own name. */
const cloudNames: readonly (readonly [name: RegExp, cloud: string])[] = [
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive( - .+|-.+)?$/i, 'OneDrive'],
  [/^(Mobile Documents|iCloudDrive|iCloud Drive|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^(Google Drive|GoogleDrive|Google Drive Stream|GoogleDrive-.+)$/i, 'Google Drive'],
  [/^Nextcloud$/i, 'Nextcloud'],
  [/^ownCloud$/i, 'ownCloud'],
  [/^CloudStorage$/, 'a cloud drive'],
]

/** What the programs leave in the top folder they sync. `.dropbox` in a home folder is settings; in a synced folder it is a file. */
const cloudMarks: readonly (readonly [mark: RegExp, kind: 'file' | 'folder', cloud: string])[] = [
  [/^\.stfolder$/, 'folder', 'Syncthing'],
  [/^\.stfolder$/, 'file', 'Syncthing'],
  [/^\.dropbox$/, 'file', 'Dropbox'],
  [/^\.dropbox\.cache$/, 'folder', 'Dropbox'],
  [/^\.tmp\.drive(up|down)load$/, 'folder', 'Google Drive'],
  [/^\.(_?sync_[0-9a-f]+)\.db$/, 'file', 'Nextcloud or ownCloud'],
  [/^\.(owncloud|nextcloud)sync\.log$/, 'file', 'Nextcloud or ownCloud'],
]

/**
 * Throws cache.cloud-folder when a program that syncs files watches over this folder: sooner or later it tears a database
 * apart (a page of it from one machine, the next from another). Looks at the folder, its parents, and where links lead.
 */
export function refuseCloudFolder(folder: string): void {
  for (const path of new Set([folder, realPathOf(folder)])) {
    for (const at of ancestors(path)) {
      const cloud = cloudOf(at)
      if (cloud) throw new Failure('cache.cloud-folder', { folder, program: cloud })
    }
  }
}

function cloudOf(folder: string): string | undefined {
  const name = folder.split(/[/\\]/).pop() ?? ''
  const named = cloudNames.find(([pattern]) => pattern.test(name))
  if (named) return named[1]
  for (const entry of entriesOf(folder)) {
    const marked = cloudMarks.find(([mark, kind]) => mark.test(entry.name) && kind === (entry.isDirectory() ? 'folder' : 'file'))
    if (marked) return marked[2]
    // Resilio Sync: the folder `.sync` alone could be anybody's, the file inside it is not.
    if (entry.name === '.sync' && existsSync(posix.join(folder, '.sync', 'ID'))) return 'Resilio Sync'
  }
  return undefined
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // Not there yet, or not ours to list: then nothing is known against it.
    return []
  }
}

function ancestors(path: string): readonly string[] {
  const { dirname } = /^[a-z]:[/\\]|^\\\\/i.test(path) ? win32 : posix
  const parent = dirname(path)
  return parent === path ? [path] : [path, ...ancestors(parent)]
}

function realPathOf(folder: string): string {
  for (const at of ancestors(folder)) {
    if (statSync(at, { throwIfNoEntry: false })) return realpathSync(at) + folder.slice(at.length)
  }
  return folder
}
