// Attack: what disks, hands and clocks do to a library. Every case harms a real library in a folder of its own, uses it, repairs it.
import type { Attack } from './attack.ts'
import { jumpClock } from './damage/clock-damage.ts'
import { harmDatabase, newerLibrary } from './damage/database-damage.ts'
import { harmFiles } from './damage/file-damage.ts'
import { harmIndex } from './damage/index-damage.ts'
import { makeLivedLibrary } from './damage/lived-library.ts'
import { harmSettings } from './damage/settings-damage.ts'
import { onSmallDisk } from './damage/small-disk.ts'

export const damage: Attack = {
  name: 'damage',
  async run(given) {
    const lived = await (given.length === 'short' ? makeLivedLibrary(8, 4) : makeLivedLibrary(16, 8))
    try {
      return [
        ...(await harmDatabase(given, lived)),
        await newerLibrary(lived),
        ...(await harmFiles(given, lived)),
        await harmIndex(given, lived),
        await harmSettings(given, lived),
        await onSmallDisk(given, 'full'),
        await onSmallDisk(given, 'folder'),
        await jumpClock(given, lived),
      ]
    } finally {
      lived.remove()
    }
  },
}
