// What a bench is, and what it is told. One bench a file in measures/; run.ts runs them.
import type { BenchRow } from './bench-rows.ts'

export type BenchOptions = {
  /** Folder of real pages; null: pages of our own making. */
  readonly corpus: string | null
  /** Pages of the import. */
  readonly pages: number
  /** Items of the library that is opened, listed and searched. */
  readonly items: number
  /** Folder of the bundled programs (build-programs.ts). */
  readonly programs: string
  /** One line about what is going on. */
  readonly say: (line: string) => void
}

export type Bench = {
  /** As in `--only <name>`. */
  readonly name: string
  readonly title: (options: BenchOptions) => string
  readonly run: (options: BenchOptions) => Promise<readonly BenchRow[]>
}
