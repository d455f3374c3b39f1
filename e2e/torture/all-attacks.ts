// Every attack there is, in the order in which they are told.
import type { Attack } from './attack.ts'
import { contract } from './contract/contract.ts'
import { damage } from './damage.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { hostilePages } from './hostile-pages/hostile-pages.ts'
import { kills } from './kills.ts'
import { longLife } from './long-life/long-life.ts'
import { processes } from './processes.ts'
import { realPages } from './real-pages/real-pages.ts'
import { servers } from './servers.ts'
import { strangers } from './strangers/strangers.ts'

export const allAttacks: readonly Attack[] = [
  contract,
  damage,
  hostilePages,
  strangers,
  servers,
  kills,
  processes,
  fuzz,
  realPages,
  longLife,
]
