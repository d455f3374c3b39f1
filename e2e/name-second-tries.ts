// A vitest reporter: names the tests that were red at first and green at the second try, so that nobody overlooks a race.
import type { Reporter, TestCase } from 'vitest/node'

// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export
export default class NameSecondTries implements Reporter {
  readonly #names: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd(): void {
    for (const name of this.#names) process.stdout.write(`green at the second try only: ${name}\n`)
  }
}
