import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../shared/failure.ts'
import { BlobHash, CopyId, ItemId } from '../../shared/item.ts'
import { type Recording, recordingPath } from '../../shared/recording.ts'
import type { StoredCopy } from '../cache/cache.ts'
import { openResponder, type Respond } from './respond.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const articleId = CopyId.parse('a'.repeat(32))
const documentId = CopyId.parse('b'.repeat(32))
const png = encode('stands for a picture')
const svg = encode('<svg xmlns="http://www.w3.org/2000/svg"><style>rect{fill:red}</style></svg>')
const odd = encode('<script>alert(1)</script>')
const raw = encode('<html>the page as it came</html>')
const lost = encode('its file is gone')
const shelf = new Map([png, svg, odd, raw].map((bytes) => [hashOf(bytes), bytes]))
const mimes = new Map([
  [hashOf(png), 'image/png'],
  [hashOf(svg), 'image/svg+xml'],
  [hashOf(raw), 'text/html'],
  [hashOf(lost), 'image/png'],
])

function storedCopy(id: CopyId, form: 'article' | 'document'): StoredCopy {
  return {
    id,
    itemId: ItemId.parse('c'.repeat(32)),
    source: 'web',
    fetchedAt: 0,
    finalUrl: 'https://example.org/',
    title: 'Rings & <b>queues</b></title><script>',
    words: 3,
    form,
    mime: 'text/html',
    documentBlob: null,
    report: null,
    bytes: 0,
    shown: true,
    transcript: null,
    lang: 'ar',
    dir: 'rtl',
    etag: null,
    lastModified: null,
    normaliserVersion: 1,
  }
}

const film = encode('0123456789')
const recorded: Recording = {
  itemId: ItemId.parse('c'.repeat(32)),
  hash: BlobHash.parse(hashOf(film)),
  mime: 'video/webm',
  name: 'talk.webm',
  url: null,
  bytes: film.length,
  addedAt: 0,
  stoppedAt: 0,
}

let home: string
let respond: Respond
const get = (address: string, method = 'GET') => respond({ path: address, method })

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'carrel-respond-'))
  const built = path.join(home, 'renderer')
  await mkdir(path.join(built, 'assets'), { recursive: true })
  await mkdir(path.join(home, 'renderer-secret'))
  await writeFile(path.join(built, 'index.html'), '<!doctype html><title>Carrel</title><body><div id="root"></div></body>')
  await writeFile(path.join(built, 'assets', 'index-B2xK_9aQ.js'), 'export {}')
  await writeFile(path.join(built, 'assets', 'plain.css'), 'body{}')
  await writeFile(path.join(home, 'renderer-secret', 'secret.txt'), 'not yours')
  await symlink(path.join(home, 'renderer-secret', 'secret.txt'), path.join(built, 'leads-out.txt'))
  await symlink(path.join(home, 'renderer-secret'), path.join(built, 'folder-out'))
  await symlink(path.join(built, 'assets', 'plain.css'), path.join(built, 'leads-in.css'))
  await writeFile(path.join(home, recorded.hash), film)
  respond = openResponder({
    rendererFolder: built,
    copies: {
      get(id) {
        if (id === articleId) return storedCopy(id, 'article')
        if (id === documentId) return storedCopy(id, 'document')
        throw new Failure('copy.unknown', { id })
      },
      readHtml: async () => `<p>One &amp; two <img src="asset/${hashOf(png)}"></p>`,
      assetsOf: (id) =>
        id !== articleId
          ? []
          : [[png, 'image/png'] as const, [svg, 'image/svg+xml'] as const, [odd, 'text/html'] as const, [lost, 'image/png'] as const].map(
              ([bytes, mime]) => ({ sha256: hashOf(bytes), mime, url: 'https://example.org/x', role: 'image', width: 1, height: 1 }),
            ),
    },
    blobs: {
      async read(sha256) {
        const bytes = shelf.get(sha256)
        if (bytes === undefined) throw new Failure('cache.missing-blob', { sha256 })
        return bytes
      },
      mimeOf: (sha256) => mimes.get(sha256) ?? null,
      pathOf: (sha256) => path.join(home, sha256),
    },
    players: { take: (key) => (key === 'known' ? 'https://www.youtube-nocookie.com/embed/abcdefghijk?start=5&x="<' : null) },
    recordings: { of: (id) => (id === recorded.itemId ? recorded : null) },
    firstAnswers: async () => [{ name: 'tag.list', input: {}, value: { tags: [{ tag: '</script><script>alert(1)</script>', items: 1 }] } }],
  })
})
afterAll(() => rm(home, { recursive: true, force: true }))

describe('the screens', () => {
  it('answers / with the built page under a strict policy', async () => {
    const answer = await get('/?x=1')
    expect(answer.status).toBe(200)
    expect(decode(answer.body)).toContain('<title>Carrel</title>')
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    const policy = answer.headers['content-security-policy'] ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['x-dns-prefetch-control']).toBe('off')
  })

  it('carries the first answers in /, and nothing in them leaves their block', async () => {
    const html = decode((await get('/')).body)
    expect(html.match(/<script/g)).toHaveLength(1)
    const [, data = ''] = /<script type="application\/json" id="first-answers">(.*)<\/script><\/body>$/.exec(html) ?? []
    expect(JSON.parse(data)).toEqual([
      { name: 'tag.list', input: {}, value: { tags: [{ tag: '</script><script>alert(1)</script>', items: 1 }] } },
    ])
    expect(decode((await get('/index.html')).body)).not.toContain('first-answers')
  })

  it('keeps hashed files for good and asks again for the others', async () => {
    const hashed = await get('/assets/index-B2xK_9aQ.js')
    expect(hashed.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(hashed.headers['cache-control']).toContain('immutable')
    expect((await get('/assets/plain.css')).headers['cache-control']).toBe('private, no-cache')
  })

  it('answers HEAD with the same headers and no body, and refuses other methods', async () => {
    const whole = await get('/')
    const head = await get('/', 'HEAD')
    expect(head).toEqual({ ...whole, body: new Uint8Array() })
    expect(await get('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it.each([
    '/../renderer-secret/secret.txt',
    '/%2e%2e/renderer-secret/secret.txt',
    '/..%2frenderer-secret%2fsecret.txt',
    '/assets/..%2F..%2Frenderer-secret/secret.txt',
    '/assets/..%5c..%5crenderer-secret%5csecret.txt',
    '/assets/%00/secret.txt',
    '/C:/secret.txt',
    '//renderer-secret/secret.txt',
    '/%E0%A4%A',
    '/leads-out.txt',
    '/folder-out/secret.txt',
    '/assets',
    '/assets/',
    '/nowhere.js',
    '/index.html/x.js',
    'secret.txt',
  ])('finds nothing at %s', async (address) => {
    const answer = await get(address)
    expect(answer.status).toBe(404)
    expect(decode(answer.body)).toBe('There is nothing at this address.\n')
  })

  it('follows a link that stays inside', async () => {
    expect(decode((await get('/leads-in.css')).body)).toBe('body{}')
  })
})

describe('a copy', () => {
  it('is one page with its language, direction and escaped title, sandboxed', async () => {
    const answer = await get(`/copy/${articleId}/`)
    expect(answer.status).toBe(200)
    expect(decode(answer.body)).toBe(
      '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">' +
        '<title>Rings &amp; &lt;b&gt;queues&lt;/b&gt;&lt;/title&gt;&lt;script&gt;</title></head>' +
        `<body><article class="article"><p>One &amp; two <img src="asset/${hashOf(png)}"></p></article></body></html>`,
    )
    const policy = answer.headers['content-security-policy'] ?? ''
    expect(policy).toContain('sandbox allow-same-origin')
    expect(policy).not.toContain('allow-scripts')
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("default-src 'none'")
  })

  it.each([
    `/copy/${articleId}`,
    `/copy/${articleId}?x/`,
    '/copy/',
    '/copy/xyz/',
    `/copy/${articleId}/more`,
    `/copy/${articleId}/asset/short`,
  ])('is not at %s', async (address) => {
    expect((await get(address)).status).toBe(404)
  })

  it('says what is missing in plain words', async () => {
    expect(decode((await get(`/copy/${'d'.repeat(32)}/`)).body)).toBe('This copy is not in the library.\n')
    expect(decode((await get(`/copy/${documentId}/`)).body)).toContain('is a document')
    const gone = await get(`/copy/${articleId}/asset/${hashOf(lost)}`)
    expect(gone.status).toBe(404)
    expect(decode(gone.body)).toContain('missing from the library')
  })
})

describe('pictures', () => {
  it('come with the recorded type, kept for good, and with a policy of their own', async () => {
    const answer = await get(`/copy/${articleId}/asset/${hashOf(svg)}`)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(svg)
    expect(answer.headers['content-type']).toBe('image/svg+xml')
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  })

  it('belong to their copy alone', async () => {
    expect((await get(`/copy/${articleId}/asset/${hashOf(png)}`)).status).toBe(200)
    expect((await get(`/copy/${documentId}/asset/${hashOf(png)}`)).status).toBe(404)
    expect((await get(`/copy/${articleId}/asset/${hashOf(raw)}`)).status).toBe(404)
  })

  it('are never a page of our origin, whatever was recorded', async () => {
    const answer = await get(`/copy/${articleId}/asset/${hashOf(odd)}`)
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    expect(answer.headers['content-disposition']).toBe('attachment')
  })

  it('of rows are found by their name; raw pages are not', async () => {
    expect((await get(`/blob/${hashOf(png)}`)).headers['content-type']).toBe('image/png')
    expect((await get(`/blob/${hashOf(raw)}`)).status).toBe(404)
    expect((await get(`/blob/${hashOf(odd)}`)).status).toBe(404)
    expect((await get(`/blob/${hashOf(png)}/x`)).status).toBe(404)
  })
})

describe('a recording', () => {
  const at = recordingPath(recorded)
  const ask = async (range: string | null, address = at) => {
    const { status, headers, part } = await respond({ path: address, method: 'GET', range })
    return { status, range: headers['content-range'], length: headers['content-length'], part: part && [part.start, part.end] }
  }

  it('comes whole, as what its bytes are, and can do nothing', async () => {
    const { status, headers, part, body } = await get(at)
    expect({ status, part, body }).toEqual({
      status: 200,
      part: { path: path.join(home, recorded.hash), start: 0, end: 9 },
      body: new Uint8Array(),
    })
    expect(headers).toMatchObject({
      'content-type': 'video/webm',
      'accept-ranges': 'bytes',
      'content-length': '10',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.* sandbox$/)
    expect(await get(at, 'HEAD')).toMatchObject({ status: 200, part: null, headers: { 'content-length': '10' } })
  })

  it.each([
    ['bytes=0-3', 'bytes 0-3/10', [0, 3]],
    ['bytes=4-', 'bytes 4-9/10', [4, 9]],
    ['bytes=9-9', 'bytes 9-9/10', [9, 9]],
    ['bytes=7-99', 'bytes 7-9/10', [7, 9]],
    ['bytes=-4', 'bytes 6-9/10', [6, 9]],
    ['bytes=-99', 'bytes 0-9/10', [0, 9]],
  ] as const)('answers %s with that part', async (range, told, part) => {
    expect(await ask(range)).toEqual({ status: 206, range: told, length: String(part[1] - part[0] + 1), part })
  })

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('says that nothing lies in %s', async (range) => {
    expect(await ask(range)).toEqual({ status: 416, range: 'bytes */10', length: '0', part: null })
  })

  it.each(['bytes=3-1', 'bytes=-', 'bytes=0-1,4-5', 'lines=0-3', 'bytes=a-b', ''])('takes %s for no range', async (range) => {
    expect(await ask(range)).toEqual({ status: 200, range: undefined, length: '10', part: [0, 9] })
  })

  it('is at its own address alone, and only while its file is whole', async () => {
    for (const other of [
      at.slice(0, -1),
      `${at}/x`,
      `/recording/${recorded.itemId}/`,
      `/recording/${'d'.repeat(32)}/${recorded.hash}`,
      '/recording/',
    ])
      expect((await get(other)).status).toBe(404)
    expect((await get(`/blob/${recorded.hash}`)).status).toBe(404)
    await writeFile(path.join(home, recorded.hash), '01234')
    const cut = await get(at)
    expect([cut.status, decode(cut.body)]).toEqual([404, 'The file of this is missing from the library, or damaged.\n'])
  })
})

describe('a player of the web', () => {
  it('stands in a page of ours that may load its host alone, and knows nothing of what is read', async () => {
    const { status, headers, body } = await get('/player/known')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; frame-src https:\/\/www\.youtube-nocookie\.com; style-src 'sha256-/,
    )
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(decode(body)).toContain('src="https://www.youtube-nocookie.com/embed/abcdefghijk?start=5&amp;x=%22%3C"')
    expect(decode(body)).toContain(
      'sandbox="allow-scripts allow-same-origin allow-presentation" referrerpolicy="strict-origin-when-cross-origin"',
    )
    expect(decode(body)).not.toMatch(/<script|allow-top-navigation|allow-popups|allow-forms/)
    for (const other of ['/player/', '/player/unknown', '/player/known/x']) expect((await get(other)).status).toBe(404)
    // The screens' own frames stay ours.
    expect((await get('/')).headers['content-security-policy']).toContain("frame-src 'self';")
  })
})
