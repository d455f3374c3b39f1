// The pool of extract processes as its callers see it. pool.ts runs it; extract-process.ts is what runs in each child.
import type { Draft } from '../../shared/journey.ts'

export type ExtractInput = {
  readonly html: string
  /** Address the page came from: relative links are resolved against it (or its <base>). */
  readonly url: string
  /** Final status, title guesses and such stay out: the page alone decides. */
  readonly maxMs?: number
}

export type PdfText = {
  readonly title: string | null
  readonly author: string | null
  readonly text: string
  readonly pages: number
  readonly lang: string | null
}

/**
 * Parses pages in child processes with limits of time and memory; recycles them. A child that dies at any moment costs
 * one retry of the page it held. Failures: page.unreadable (limits), page.no-article, page.login, page.consent,
 * page.script-only, page.gone (soft 404).
 */
export type ExtractPool = {
  extract(input: ExtractInput, signal: AbortSignal): Promise<Draft>
  /** A safe SVG (no script, no foreign content, no outside address), or null when nothing of it is left. */
  sanitiseSvg(svg: string, signal: AbortSignal): Promise<string | null>
  /** A PDF's text as far as the library gives it. Failure: file.unreadable. */
  readPdf(bytes: Uint8Array, signal: AbortSignal): Promise<PdfText>
  /** Process ids of the living children, for measuring and for tests that kill them. */
  pids(): readonly number[]
  close(): Promise<void>
}
