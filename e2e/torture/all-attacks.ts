// Every attack there is, in the order in which they are told.
import type { Attack } from './attack.ts'
import { hostilePages } from './hostile-pages/hostile-pages.ts'

export const allAttacks: readonly Attack[] = [hostilePages]
