// `npm run build`: builds out/ whatever its age. carrel.mjs builds only what is missing or stale.
import { buildWhenStale } from './build-when-stale.mjs'

const built = await buildWhenStale({ force: true })
process.exitCode = built ? 0 : 1
