// The process that writes one backup and ends: node backup-process.ts <folder> <now> <unique> <free bytes or "">. Ends when its parent does.
import { Failure } from '../../shared/failure.ts'
import { writeBackup } from './write-backup.ts'

export type BackupTold =
  | { readonly ok: true; readonly bytes: number; readonly dropped: number }
  | { readonly ok: false; readonly failure: ReturnType<Failure['toValue']> | null; readonly message: string }

const [folder = '', now = '', unique = '', free = ''] = process.argv.slice(2)
// Ctrl+C in a terminal is for the whole group; our parent says when we end. What is half written then goes with the next backup.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit(0))

function tell(told: BackupTold): void {
  process.send?.(told, () => process.disconnect?.())
}

try {
  const { bytes, dropped } = writeBackup(folder, { now: Number(now), unique, freeBytes: free === '' ? null : Number(free) })
  tell({ ok: true, bytes, dropped })
} catch (error) {
  tell({
    ok: false,
    failure: error instanceof Failure ? error.toValue() : null,
    message: error instanceof Error ? error.message : String(error),
  })
}
