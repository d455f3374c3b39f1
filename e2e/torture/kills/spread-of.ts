// How often each thing happened, as a figure for the table: "saving 36, refreshing 28".
export function spreadOf(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
