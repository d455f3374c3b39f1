import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { libraryFolder, refuseCloudFolder } from './paths.ts'

describe('the library’s folder', () => {
  const home = '/home/ada'
  test.each([
    ['--library comes first', { argument: '/a', env: { CARREL_LIBRARY: '/b' }, platform: 'linux' }, '/a'],
    ['then CARREL_LIBRARY', { env: { CARREL_LIBRARY: '/b', XDG_DATA_HOME: '/x' }, platform: 'darwin' }, '/b'],
    ['a tilde that no shell has spelled out', { env: { CARREL_LIBRARY: '~/reading' }, platform: 'linux' }, '/home/ada/reading'],
    ['XDG', { env: { XDG_DATA_HOME: '/x' }, platform: 'linux' }, '/x/carrel'],
    ['a relative XDG folder is ignored', { env: { XDG_DATA_HOME: 'x' }, platform: 'linux' }, '/home/ada/.local/share/carrel'],
    ['Linux', { env: {}, platform: 'linux' }, '/home/ada/.local/share/carrel'],
    ['macOS', { env: {}, platform: 'darwin' }, '/home/ada/Library/Application Support/Carrel'],
    ['empty words say nothing', { argument: '', env: { CARREL_LIBRARY: '' }, platform: 'linux' }, '/home/ada/.local/share/carrel'],
  ] as const)('%s', (_name, where, folder) => {
    expect(libraryFolder({ ...where, home })).toBe(folder)
  })

  test('Windows', () => {
    const home = 'C:\\Users\\ada'
    expect(libraryFolder({ env: { APPDATA: 'D:\\Data' }, platform: 'win32', home })).toBe('D:\\Data\\Carrel')
    expect(libraryFolder({ env: {}, platform: 'win32', home })).toBe('C:\\Users\\ada\\AppData\\Roaming\\Carrel')
  })

  test('home comes from the environment when nobody says it', () => {
    expect(libraryFolder({ env: { HOME: '/home/grace' }, platform: 'linux' })).toBe('/home/grace/.local/share/carrel')
  })

  test('a relative folder is taken from the working folder', () => {
    expect(libraryFolder({ argument: 'reading', env: {}, platform: 'linux', home })).toBe(join(process.cwd(), 'reading'))
  })
})

describe('folders that a cloud program syncs', () => {
  let top: string
  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'carrel-paths-')))
  })
  afterEach(() => rmSync(top, { recursive: true, force: true }))
  const refused = (folder: string) => {
    try {
      refuseCloudFolder(folder)
      return null
    } catch (error) {
      return error
    }
  }

  test.each([
    ['Dropbox/carrel', 'Dropbox'],
    ['Dropbox (Work)/notes/carrel', 'Dropbox'],
    ['OneDrive/carrel', 'OneDrive'],
    ['OneDrive - Analytical Engines/carrel', 'OneDrive'],
    ['Library/Mobile Documents/com~apple~CloudDocs/carrel', 'iCloud Drive'],
    ['iCloudDrive/carrel', 'iCloud Drive'],
    ['Google Drive/My Drive/carrel', 'Google Drive'],
    ['Library/CloudStorage/GoogleDrive-ada@engine.test/carrel', 'Google Drive'],
    ['Library/CloudStorage/Box-Box/carrel', 'a cloud drive'],
    ['Nextcloud/carrel', 'Nextcloud'],
    ['ownCloud/carrel', 'ownCloud'],
  ])('%s is refused by its name', (path, program) => {
    const folder = join(top, path)
    expect(refused(folder)).toMatchObject({ code: 'cache.cloud-folder', facts: { folder, program } })
  })

  test.each([
    ['.stfolder/', 'Syncthing'],
    ['.dropbox', 'Dropbox'],
    ['.dropbox.cache/', 'Dropbox'],
    ['.tmp.driveupload/', 'Google Drive'],
    ['.sync_0a1b2c3d4e5f.db', 'Nextcloud or ownCloud'],
    ['._sync_0a1b2c3d4e5f.db', 'Nextcloud or ownCloud'],
    ['.nextcloudsync.log', 'Nextcloud or ownCloud'],
    ['.sync/ID', 'Resilio Sync'],
  ])('a folder above with %s is refused', (mark, program) => {
    const parts = mark.split('/')
    if (parts.length > 1) mkdirSync(join(top, parts[0] ?? ''))
    if (parts.at(-1) !== '') writeFileSync(join(top, mark), '')
    expect(refused(join(top, 'deep', 'er'))).toMatchObject({ code: 'cache.cloud-folder', facts: { program } })
  })

  test('a link into such a folder is refused', () => {
    mkdirSync(join(top, 'Dropbox'))
    symlinkSync(join(top, 'Dropbox'), join(top, 'harmless'))
    expect(refused(join(top, 'harmless', 'carrel'))).toMatchObject({ code: 'cache.cloud-folder' })
  })

  test.each(['Documents/carrel', 'Desktop', '.local/share/carrel', 'dropboxes/carrel', 'My OneDrives', 'synced/.sync'])(
    '%s is fine',
    (path) => {
      mkdirSync(join(top, path), { recursive: true })
      expect(refused(join(top, path))).toBeNull()
    },
  )

  test('a home folder with Dropbox’s settings in it is fine', () => {
    mkdirSync(join(top, '.dropbox'))
    expect(refused(join(top, '.local', 'share', 'carrel'))).toBeNull()
  })
})
