// A PDF's words, as far as the library gives them: for search and for telling what a kept document is. The file itself is kept as it is.
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { Failure } from '../../shared/failure.ts'
import { normaliseText } from '../../shared/text/normalise.ts'
import type { PdfText } from './extract-pool.ts'

/** Reads the text of every page. Failure: file.unreadable (damaged, encrypted). */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 })
    try {
      const { text, totalPages } = await extractText(document, { mergePages: false })
      const info = (await getMeta(document)).info as Readonly<Record<string, unknown>>
      return {
        title: said(info.Title),
        author: said(info.Author),
        text: text
          .map((page) =>
            page
              .split('\n')
              .map(normaliseText)
              .filter((line) => line !== '')
              .join('\n'),
          )
          .join('\n')
          .trim(),
        pages: totalPages,
        lang: said(info.Language),
      }
    } finally {
      await document.loadingTask.destroy()
    }
  } catch (cause) {
    throw new Failure('file.unreadable', {}, { cause })
  }
}

function said(value: unknown): string | null {
  const words = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  return words === '' || /^(?:untitled|microsoft word - .*|anonymous|unknown)$/i.test(words) ? null : words
}
