// The self-test as a call.
import { runDoctor } from '../jobs/run-doctor.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function doctorHandlers({ tools, library, version, backups }: Rooms): HandlersFor<'doctor'> {
  return { 'doctor.run': async () => ({ checks: [...(await runDoctor({ ...tools, library, version, backups }))] }) }
}
