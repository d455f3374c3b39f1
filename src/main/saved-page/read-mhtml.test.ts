import { describe, expect, test } from 'vitest'
import { decodeText } from '../fetch/charset.ts'
import { sniffKind } from '../fetch/page-kind.ts'
import { readSavedPage } from './read-saved-page.ts'

const tools = { decodeText, sniffKind, clock: { now: () => 0 } }
function read(message: string | Uint8Array, url?: string) {
  const bytes = typeof message === 'string' ? new Uint8Array(Buffer.from(message, 'latin1')) : message
  return readSavedPage({ files: [{ path: 'page.mhtml', bytes }], ...(url === undefined ? {} : { url }) }, tools)
}

const head = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/a=1/',
  'Subject: =?utf-8?Q?Words?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"',
]
const mark = '------MultipartBoundary--x----'
/** A part as browsers write it; the line break before the next boundary is not its own. */
function part(headers: readonly string[], body: string): string {
  return `${mark}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`
}
const html = part(
  [
    'Content-Type: text/html',
    'Content-ID: <frame-0@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/a=1/',
  ],
  '<!doctype html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/=\r\nhtml; charset=3Dutf-8"></head><body>caf=C3=A9   \r\n<img src=3D"https://example.org/a.png"><img src=3D"cid:p-1@mhtml.blink"><iframe src=3D"cid:frame-1@mhtml.blink"></iframe></body></html>',
)
const frame = part(
  ['Content-Type: text/html', 'Content-ID: <frame-1@mhtml.blink>', 'Content-Location: https://ads.example.org/'],
  '<html><body>an advertisement</body></html>',
)
const picture = part(
  ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: https://example.org/a.png'],
  'iVBORw0K\r\nGgo=\r\n',
)
const byId = part(['Content-Type: image/gif', 'Content-ID: <p-1@mhtml.blink>', 'Content-Transfer-Encoding: base64'], 'R0lGODlh')
const css = part(['Content-Type: text/css', 'Content-Location: cid:css-1@mhtml.blink'], 'p{}')
const message = `${head.join('\r\n')}\r\n\r\n\r\n${html}${frame}${picture}${byId}${css}${mark}--\r\n`

describe('an MHTML page', () => {
  test('is its first page with its pictures; frames and styles stay out', () => {
    const raw = read(message)
    expect(raw).toMatchObject({ url: 'https://example.org/a=1/', kind: 'html', mime: 'text/html', charset: 'utf-8', source: 'file' })
    expect(raw.text).toContain('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">')
    expect(raw.text).toContain('café\r\n<img src="https://example.org/a.png">')
    expect(raw.text).not.toContain('advertisement')
    expect([...raw.companions].map(([url, { mime, bytes }]) => [url, mime, Buffer.from(bytes).toString('latin1')])).toEqual([
      ['https://example.org/a.png', 'image/png', '\x89PNG\r\n\x1a\n'],
      ['https://example.org/a=1/mhtml-part-2', 'image/gif', 'GIF89a'.slice(0, 6)],
    ])
  })

  test('pictures known by an id get an address the page can call them by', () => {
    const raw = read(message)
    expect(raw.text).toContain('<img src="https://example.org/a=1/mhtml-part-2">')
    expect(new TextDecoder().decode(raw.body)).toBe(raw.text)
  })

  test('reads with Unix line ends, and a charset named by the part', () => {
    const old = part(
      ['Content-Type: text/html;\r\n charset="windows-1251"', 'Content-Transfer-Encoding: 8bit'],
      '<html><body>\xcf\xf0\xe8\xe2\xe5\xf2</body></html>',
    )
    const raw = read(`${head.join('\r\n')}\r\n\r\n${old}${mark}--\r\n`.replaceAll('\r\n', '\n'))
    expect(raw).toMatchObject({ charset: 'windows-1251', charsetGuessed: false })
    expect(raw.text).toBe('<html><body>Привет</body></html>')
  })

  test('takes the part that the message calls its start', () => {
    const started = message.replace('type="text/html";', 'type="text/html"; start="<frame-1@mhtml.blink>";').replace(/Snapshot.*\r\n/, '')
    expect(read(started)).toMatchObject({ url: 'https://ads.example.org/', text: '<html><body>an advertisement</body></html>' })
  })

  test('a multipart inside is opened', () => {
    const inner = part(
      ['Content-Type: multipart/alternative; boundary=in'],
      `--in\r\nContent-Type: text/html\r\n\r\n<p>inside</p>\r\n--in--`,
    )
    expect(read(`${head.join('\r\n')}\r\n\r\n${inner}${mark}--`).text).toBe('<p>inside</p>')
  })

  test('the reader’s address comes first, and relative locations are resolved against it', () => {
    const relative = message.replace('Content-Location: https://example.org/a.png', 'Content-Location: pics/a.png')
    const raw = read(relative, 'https://mine.example.org/x/')
    expect(raw.url).toBe('https://mine.example.org/x/')
    expect([...raw.companions.keys()]).toContain('https://mine.example.org/x/pics/a.png')
  })

  test('cut off anywhere it keeps what is whole, or says that nothing can be read', () => {
    const whole = read(message)
    let kept = 0
    for (let end = 0; end < message.length; end += 7) {
      try {
        const raw = read(message.slice(0, end), 'https://example.org/a=1/')
        kept += 1
        for (const [url, { bytes }] of raw.companions) expect(bytes).toEqual(whole.companions.get(url)?.bytes)
      } catch (error) {
        expect(['file.empty', 'file.unreadable']).toContain((error as { code?: string }).code)
      }
    }
    expect(kept).toBeGreaterThan(50)
  })

  test('without a page inside it is unreadable', () => {
    expect(() => read(`${head.join('\r\n')}\r\n\r\n${picture}${mark}--`)).toThrowError(expect.objectContaining({ code: 'file.unreadable' }))
  })
})
