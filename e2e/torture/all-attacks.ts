// Every attack there is, in the order in which they are told.
import type { Attack } from './attack.ts'
import { damage } from './damage.ts'
import { hostilePages } from './hostile-pages/hostile-pages.ts'
import { servers } from './servers.ts'
import { strangers } from './strangers/strangers.ts'

export const allAttacks: readonly Attack[] = [damage, hostilePages, strangers, servers]
