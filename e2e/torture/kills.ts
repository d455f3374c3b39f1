// kill -9, as a crash or a power cut of the program would: of the core in every kind of work, while it brings an older library to ours, and of
// each of its helpers at every stage. Linux alone tells which processes are whose: elsewhere the helpers are left alone.
import { openLocalSite } from '../../src/main/testing/local-site.ts'
import type { Attack } from './attack.ts'
import { killChildren } from './kills/kill-children.ts'
import { killCores } from './kills/kill-cores.ts'
import { killMigrations } from './kills/kill-migrations.ts'

export const kills: Attack = {
  name: 'kills',
  async run(given) {
    const short = given.length === 'short'
    const site = await openLocalSite()
    try {
      const migrations = await killMigrations(given, short ? 25 : 120)
      given.say(`${migrations.cases} migrations killed`)
      const cores = await killCores(given, site, short ? 175 : 900)
      const children = process.platform === 'linux' ? [await killChildren(given, site, short ? 2 : 12)] : []
      return [...cores, migrations, ...children]
    } finally {
      await site.close()
    }
  },
}
