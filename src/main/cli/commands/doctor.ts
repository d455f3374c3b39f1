// carrel doctor: the self-test.
import type { Command } from 'commander'
import type { Context } from '../context.ts'

export function addDoctor(carrel: Command, context: Context): void {
  carrel
    .command('doctor')
    .description('check that everything Carrel stands on works on this machine')
    .action(async () => {
      const { checks } = await context.call('doctor.run', {})
      if (checks.some((check) => !check.ok)) context.exitCode = 1
      context.print.value({ ok: checks.every((check) => check.ok), checks }, () =>
        checks.map((check) => `${check.ok ? '●' : '◆'} ${check.name.padEnd(9)} ${check.says}`),
      )
    })
}
