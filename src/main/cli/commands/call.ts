// carrel call <noun.verb> [json]: any call of the contract, for scripts.
import type { Command } from 'commander'
import { Failure } from '../../../shared/failure.ts'
import type { Context } from '../context.ts'

export function addCall(carrel: Command, context: Context): void {
  carrel
    .command('call')
    .description('make any call of the contract, for scripts')
    .argument('<noun.verb>')
    .argument('[json]', 'its input', '{}')
    .action(async (name: string, json: string) => {
      const core = await context.openCore('short')
      const answered = await core.call(name, parse(json))
      if (!answered.ok) throw new Failure(answered.failure.code, answered.failure.facts)
      await core.settled()
      context.print.text(JSON.stringify(answered.value, null, context.print.json ? undefined : 2))
    })
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Failure('input.invalid', { where: 'json', why: 'it is not JSON' })
  }
}
