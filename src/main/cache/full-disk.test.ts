// A disk that is really full: a small one in memory, mounted for one process alone. Needs root; elsewhere the limits are tested by storage.test.ts.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-library.ts'

const script = join(import.meta.dirname, '..', 'testing', 'library-process.ts')
const canMount = process.platform === 'linux' && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

test.skipIf(!canMount)(
  'a disk that fills up is cache.full, and what was told before is whole',
  async () => {
    const { folder, remove } = await temporaryFolder()
    mkdirSync(folder, { recursive: true })
    const inside = `mount -t tmpfs -o size=3m none "$1" && "$2" "$3" fill "$1" && ls -A "$1"/blobs/* | grep -c '[.]tmp$'; true`
    const { stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', inside, 'sh', folder, process.execPath, script], {
      encoding: 'utf8',
    })
    await remove()
    expect(stderr).toBe('')
    const lines = stdout.trim().split('\n')
    expect(lines.filter((line) => line === 'stored').length).toBeGreaterThan(3)
    // Both roads lead there: a blob that does not fit, and a row that does not.
    expect(lines).toContain('copies: cache.full')
    expect(lines).toContain('rows: cache.full')
    expect(lines).toContain('integrity: ok')
    expect(lines).toContain('whole: true')
    // No file that was half written is left.
    expect(lines.at(-1)).toBe('0')
  },
  60_000,
)
