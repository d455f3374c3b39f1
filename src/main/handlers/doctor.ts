// The self-test and the repair of saved files as calls.
import { runDoctor } from '../jobs/house/run-doctor.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function doctorHandlers({ tools, library, version, backups, queue }: Rooms): HandlersFor<'doctor'> {
  return {
    'doctor.run': async () => ({ checks: [...(await runDoctor({ ...tools, library, version, backups }))] }),
    'doctor.repair': async () => {
      const report = await tools.cache.rereadFiles()
      queue.wake()
      return report
    },
  }
}
