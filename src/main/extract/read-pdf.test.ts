import { expect, test } from 'vitest'
import { readPdf } from './read-pdf.ts'

/** The smallest PDF that says something: one page a line, written by hand with a right cross-reference table. */
function pdf(title: string, lines: readonly string[]): Uint8Array {
  const pages = lines.map((_, page) => `${4 + page * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, page) => {
      const stream = `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
    `<< /Title (${title}) /Author (Ada Brook) >>`,
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, number) => {
    const at = out.length
    out += `${number + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(out)
}

test('a PDF gives its words, pages and what it says of itself', async () => {
  expect(await readPdf(pdf('On kettles', ['The kettle sings.', 'The lid answers.']))).toEqual({
    title: 'On kettles',
    author: 'Ada Brook',
    text: 'The kettle sings.\nThe lid answers.',
    pages: 2,
    lang: null,
  })
})

test('what is no PDF cannot be read', async () => {
  await expect(readPdf(new TextEncoder().encode('hello'))).rejects.toMatchObject({ code: 'file.unreadable' })
})
