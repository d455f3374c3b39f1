// One table of what was tried and what held.
import type { Outcome } from './attack.ts'

/** Markdown, so that it can be read in a terminal and pasted into a note. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ name, cases, broken, figure }) => [
    name,
    String(cases),
    broken.length === 0 ? 'held' : `${broken.length} gave way`,
    figure ?? '',
  ])
  const lines = [['attack', 'cases', 'result', 'figure'], ['---', '---:', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const told = outcomes.flatMap(({ name, broken }) => broken.map((line) => `- ${name}: ${line}`))
  return [...lines, ...(told.length === 0 ? [] : ['', ...told]), ''].join('\n')
}
