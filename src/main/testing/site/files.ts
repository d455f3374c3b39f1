// Things at addresses that are no articles: a PDF, a text, a picture, a recording, an unknown archive; and the site's own
// style and script, which nobody who only reads should ask for.
import { drawPng } from './pictures.ts'
import type { SiteAnswer, SiteRoom } from './site-page.ts'

/** A valid PDF with a title and, on each page, the given lines. */
export function drawPdf(title: string, pages: readonly (readonly string[])[]): Uint8Array {
  const pageIds = pages.map((_, at) => 5 + at * 2)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escapePdf(title)}) /Author (Ida Example) >>`,
    ...pages.flatMap((lines, at) => {
      const drawing = `BT /F1 12 Tf 72 720 Td 16 TL ${lines.map((line) => `(${escapePdf(line)}) Tj T*`).join(' ')} ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`,
        `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const escapePdf = (text: string) => text.replaceAll(/[\\()]/g, '\\$&')

const paper = drawPdf('A small paper about rings', [
  [
    'A small paper about rings',
    'We show that a queue in a fixed box never moves its guests.',
    'The proof is by walking round the table once.',
  ],
  ['Second page', 'Measurements were made with a tambourine and a stopwatch.'],
])
const notes =
  'Notes from the workbench\n\nA text file is text already: there is nothing to clean.\n\n    Four spaces stay four spaces.\n\tAnd a tab stays a tab.\n'.repeat(
    3,
  )
const file = (type: string, body: string | Uint8Array, name?: string): SiteAnswer => ({
  headers: { 'content-type': type, ...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name}"` }) },
  body,
})

export const fileRoom: SiteRoom = {
  '/files/paper.pdf': file('application/pdf', paper),
  // As some servers send it: a download of unknown type.
  '/files/paper': file('application/octet-stream', paper, 'paper.pdf'),
  '/files/paper-broken.pdf': file('application/pdf', paper.subarray(0, 300)),
  '/files/notes.txt': file('text/plain; charset=utf-8', notes),
  '/files/photo.png': file('image/png', drawPng(200, 120, 40)),
  '/files/recording.mp4': file('video/mp4', Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f326d703431', 'hex')),
  '/files/archive.zip': file('application/zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'archive.zip'),
  '/files/data.json': file('application/json', '{"what":"data, not an article"}'),
  '/style.css': file('text/css', 'body { font-family: serif }'),
  '/script.js': file('text/javascript', 'document.documentElement.dataset.scripted = "yes"'),
}
