// carrel doctor: the self-test; with --repair, whatever is damaged in the library is put right first.
import type { Command } from 'commander'
import { repairWords } from '../../../shared/repair-report.ts'
import type { Context } from '../context.ts'

export function addDoctor(carrel: Command, context: Context): void {
  carrel
    .command('doctor')
    .description('check that everything Carrel stands on works on this machine')
    .option('--repair', 'restore a damaged library from its backups and its saved files, and check every saved file')
    .action(async (options: { repair?: boolean }) => {
      if (options.repair) {
        context.print.words('Looking through the library; a large one takes minutes.')
        const report = await context.repair()
        context.print.value(report, () => [
          ...repairWords(report),
          ...report.fetchAgain.map(({ id, title }) => `  carrel refresh ${id.slice(0, 8)}   ${title}`),
        ])
        return
      }
      const { checks } = await context.call('doctor.run', {})
      if (checks.some((check) => !check.ok)) context.exitCode = 1
      context.print.value({ ok: checks.every((check) => check.ok), checks }, () =>
        checks.map((check) => `${check.ok ? '●' : '◆'} ${check.name.padEnd(9)} ${check.says}`),
      )
    })
}
