import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { savedFileAddress } from '../../shared/address/saved-file-address.ts'
import type { AssetRequest, Companion, Draft, LocalAsset, RawPage } from '../../shared/journey.ts'
import type { Network } from '../network/network.ts'
import { openNetwork } from '../network/request.ts'
import { systemClock } from '../platform/clock.ts'
import { silentLog } from '../platform/log.ts'
import { type LocaliseInput, localiseAssets } from './localise-assets.ts'
import { openPictureRoom } from './picture-room.ts'
import { samplePictures } from './sample-pictures.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
const answers = new Map<string, Answer>()
const asked: string[] = []
let most = 0
let open = 0
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  open += 1
  most = Math.max(most, open)
  response.on('close', () => {
    open -= 1
  })
  const answer = answers.get(request.url ?? '')
  if (answer) return answer(request, response)
  response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>nothing here</h1>')
})
let site = ''
let network: Network

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  network = openNetwork({ clock: systemClock, log: silentLog, version: '0', perHost: { atOnce: 50, pauseMs: 0 }, atOnce: 50 })
  for (const [name, bytes] of Object.entries(samplePictures)) give(`/${name}`, bytes)
  give('/lie.png', new TextEncoder().encode('<!doctype html><p>Please log in</p>'), 'image/png')
  give('/evil.svg', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><script>1</script></svg>'))
})
beforeEach(() => {
  asked.length = 0
  most = 0
})
afterAll(async () => {
  await network.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function give(path: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
  answers.set(path, (_request, response) => void response.writeHead(200, { 'content-type': type }).end(bytes))
}

/** A draft whose text shows one picture after another; each picture is named by its candidate addresses. */
function draftOf(pictures: readonly (readonly string[])[], more: readonly AssetRequest[] = []): Draft {
  const none = { source: 0, copy: 0 }
  const counts = {
    images: { source: pictures.length, copy: pictures.length },
    codeBlocks: none,
    tables: none,
    headings: none,
    formulas: none,
  }
  return {
    ...{ kind: 'article', title: 't', byline: null, publishedTime: null, modifiedTime: null, siteName: null, lang: 'en', dir: null },
    ...{ excerpt: null, canonicalUrl: null, text: 'words', words: 1, codeLines: 0, minutes: 1, remarks: [], talk: null, oembedUrl: null },
    embeds: [],
    html: pictures.map((_urls, n) => `<p>${n}<img src="carrel-asset:abc-${n}" alt="picture ${n}"></p>`).join(''),
    assetNonce: 'abc',
    assets: [...pictures.map((urls) => ({ role: 'image' as const, urls })), ...more],
    counts: { ...counts, footnotes: none, embeds: none },
  }
}

function pageOf(url: string, companions: ReadonlyMap<string, Companion> = new Map()): RawPage {
  return {
    ...{ requestedUrl: url, url, status: 200, kind: 'html', mime: 'text/html', charset: 'utf-8', charsetGuessed: false },
    ...{ body: new Uint8Array(), text: '', etag: null, lastModified: null, fetchedAt: 0, source: 'web' },
    companions,
  }
}

/** Stands where the extract pool stands: it drops scripts, and the whole drawing when nothing else was in it. */
async function sanitiseSvg(svg: string): Promise<string | null> {
  const safe = svg.replace(/<script>.*?<\/script>/g, '')
  return /<svg[^>]*><\/svg>/.test(safe) ? null : safe
}

function localise(draft: Draft, more: Partial<LocaliseInput> = {}, by = network) {
  const input = { draft, page: pageOf(`${site}/article/`), privateHosts: new Set([new URL(site).host]), maxAssetBytes: 1_000_000 }
  return localiseAssets(
    { ...input, hold: openPictureRoom().enter(), signal: new AbortController().signal, onProgress: () => undefined, ...more },
    { network: by, sanitiseSvg },
  )
}
const at = (...paths: string[]) => paths.map((path) => site + path)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const png = sha256(samplePictures.png)

describe('a page full of pictures', () => {
  const kinds = ['png', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'ico', 'svg'] as const

  test('every type comes onto this machine, known by its bytes', async () => {
    const heard: [number, number][] = []
    const local = await localise(draftOf(kinds.map((kind) => at(`/${kind}`))), {
      onProgress: (done, total) => void heard.push([done, total]),
    })
    expect(local.report).toMatchObject({ counts: { images: { source: 8, copy: 8 } }, missing: [] })
    expect(local.assets.map(({ mime, width, height }) => [mime, width, height])).toEqual(
      ['png', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'x-icon', 'svg+xml'].map((name) => [`image/${name}`, 40, 30]),
    )
    for (const asset of local.assets) {
      expect(sha256(asset.bytes)).toBe(asset.sha256)
      expect(local.html).toContain(`src="asset/${asset.sha256}"`)
    }
    expect(local.html).not.toMatch(/carrel-asset|http/)
    expect(heard.at(-1)).toEqual([8, 8])
  })

  test('an address used twice is asked for once, and kept once', async () => {
    const local = await localise(draftOf([at('/png'), at('/png'), at('/jpeg', '/png')]))
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/png', '/jpeg'])
    expect(local.assets).toHaveLength(2)
    expect(local.report.counts.images.copy).toBe(3)
  })

  test('at most six are asked for at once', async () => {
    const paths = Array.from({ length: 30 }, (_, n) => `/slow-${n}`)
    for (const path of paths) answers.set(path, (_request, response) => void setTimeout(() => response.end(samplePictures.png), 10))
    const local = await localise(draftOf(paths.map((path) => at(path))))
    expect(local.report.counts.images.copy).toBe(30)
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(6)
  })
})

describe('a picture that cannot be had', () => {
  test('is tried at every address, best first', async () => {
    const local = await localise(draftOf([at('/gone.png', '/lie.png', '/png', '/jpeg')]))
    expect(asked.slice(0, 3)).toEqual(['/gone.png', '/lie.png', '/png'])
    expect(local.report.missing).toEqual([])
    expect(local.assets.map((asset) => [asset.url, asset.sha256])).toEqual([[`${site}/png`, png]])
  })

  test('is a remark with the reason, and keeps its words', async () => {
    const local = await localise(draftOf([at('/gone.png'), at('/lie.png'), at('/bomb'), at('/evil.svg'), at('/png')]))
    expect(local.report.counts.images).toEqual({ source: 5, copy: 1 })
    expect(local.report.missing).toEqual([
      { about: 'image', what: 'page.gone', url: `${site}/gone.png` },
      { about: 'image', what: 'image.unreadable', url: `${site}/lie.png` },
      { about: 'image', what: 'image.too-large', url: `${site}/bomb` },
      { about: 'image', what: 'image.unreadable', url: `${site}/evil.svg` },
    ])
    expect(local.html).toContain(`role="img" aria-label="picture 0" data-url="${site}/gone.png"`)
  })

  test('larger than the limit is refused, also inside the page and beside it', async () => {
    const url = `data:image/png;base64,${Buffer.from(samplePictures.png).toString('base64')}`
    const companion = `${site}/beside.png`
    const companions = new Map([[companion, { mime: 'image/png', bytes: samplePictures.png }]])
    const local = await localise(draftOf([at('/png'), [url], [companion]]), { maxAssetBytes: 100, page: pageOf(`${site}/`, companions) })
    expect(local.report.missing.map(({ what }) => what)).toEqual(['page.too-large', 'image.too-large', 'image.too-large'])
    expect(JSON.stringify(local.report)).not.toContain('data:')
  })

  test('a private host that nobody typed is not asked', async () => {
    const local = await localise(draftOf([at('/png')]), { privateHosts: new Set() })
    expect(local.report.missing[0]?.what).toBe('link.private')
    expect(asked).toEqual([])
  })

  test('more pictures than one page may bring are one remark', async () => {
    const many = await localise(draftOf(Array.from({ length: 12 }, (_, n) => at(n % 2 ? '/png' : '/jpeg'))), {
      limits: { pictures: 1, bytes: 1e9 },
    })
    expect(many.report).toMatchObject({
      counts: { images: { source: 12, copy: 6 } },
      missing: [{ about: 'image', what: 'image.too-large', count: 6 }],
    })
    expect(many.html).toContain(`data-url="${site}/png"`)
    const small = await localise(draftOf([at('/jpeg'), at('/png')]), { limits: { pictures: 9, bytes: 300 } })
    expect(small.assets.reduce((sum, asset) => sum + asset.bytes.length, 0)).toBeLessThanOrEqual(300)
    expect(small.report.missing).toHaveLength(1)
  })
})

describe('a host that never answers', () => {
  const silent = (count: number) => {
    for (let n = 0; n < count; n += 1) answers.set(`/silent/${n}`, () => undefined)
    return Array.from({ length: count }, (_, n) => at(`/silent/${n}`))
  }

  test('is waited for a few times and no more; pictures of others are fetched', async () => {
    const impatient = openNetwork({ clock: systemClock, log: silentLog, version: '0', limits: { headersMs: 60 } })
    const other = createServer((_request, response) => void response.end(samplePictures.png))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const good = `http://localhost:${(other.address() as AddressInfo).port}`
    const hosts = new Set([new URL(site).host, new URL(good).host])
    const local = await localise(draftOf([...silent(60), [`${good}/png`]]), { privateHosts: hosts }, impatient)
    expect(asked.filter((path) => path.startsWith('/silent/')).length).toBeLessThanOrEqual(12)
    expect(local.report.counts.images).toEqual({ source: 61, copy: 1 })
    expect(new Set(local.report.missing.map(({ what }) => what))).toEqual(new Set(['page.timeout']))
    await impatient.close()
    other.closeAllConnections()
    await new Promise((resolve) => other.close(resolve))
  })

  test('is left when the page’s time is up, and what is here is kept', async () => {
    const local = await localise(draftOf([at('/png'), ...silent(3)]), { limits: { ms: 150 } })
    expect(local.report.counts.images).toEqual({ source: 4, copy: 1 })
    expect(local.report.missing.map(({ what }) => what)).toEqual(['page.timeout', 'page.timeout', 'page.timeout'])
  })

  test('is cancelled when the reader cancels', async () => {
    const abort = new AbortController()
    const localised = localise(draftOf(silent(3)), { signal: abort.signal })
    abort.abort()
    await expect(localised).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('pixels and stand-ins', () => {
  test('a tracking pixel leaves the text and is not missed', async () => {
    const local = await localise(draftOf([at('/png'), at('/pixel')]))
    expect(local.html).toBe(`<p>0<img src="asset/${png}" alt="picture 0" width="40" height="30"></p><p>1</p>`)
    expect(local.report).toMatchObject({ counts: { images: { source: 1, copy: 1 } }, missing: [] })
    expect(local.assets).toHaveLength(1)
  })

  test('what a lazy loader shows meanwhile is not taken for the picture that failed', async () => {
    const data = (bytes: Uint8Array, mime: string) => `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`
    const local = await localise(
      draftOf([
        [...at('/gone.png'), data(samplePictures.pixel, 'image/gif')],
        [...at('/gone.png'), data(samplePictures.png, 'image/png')],
        [...at('/gone.png'), data(samplePictures.svg, 'image/svg+xml')],
        [data(samplePictures.webp, 'text/plain')],
      ]),
    )
    expect(local.report.missing).toEqual([{ about: 'image', what: 'page.gone', url: `${site}/gone.png`, count: 3 }])
    expect(local.assets.map(({ url, mime }) => [url, mime])).toEqual([['data:text/plain', 'image/webp']])
  })
})

describe('what is here already', () => {
  test('files that came with the page go before the network and before better candidates', async () => {
    const companions = new Map([[`${site}/small.png`, { mime: 'text/plain', bytes: samplePictures.png }]])
    const local = await localise(draftOf([at('/large.png', '/small.png')]), { page: pageOf(`${site}/`, companions) })
    expect(local.report.missing).toEqual([])
    expect(asked).toEqual(['/favicon.ico'])
  })

  test('a refresh asks only for what is not here', async () => {
    const here: LocalAsset = {
      role: 'image',
      url: `${site}/a.png`,
      sha256: png,
      mime: 'image/png',
      bytes: samplePictures.png,
      width: 40,
      height: 30,
    }
    const local = await localise(draftOf([at('/a.png'), at('/jpeg')]), { known: new Map([[here.url, here]]) })
    expect(asked).toEqual(['/jpeg', '/favicon.ico'])
    expect(local.report.counts.images).toEqual({ source: 2, copy: 2 })
  })

  test('a page known only as a file sends nobody to the network', async () => {
    const page = savedFileAddress('0'.repeat(64))
    const local = await localise(draftOf([[`${page}name_files/a.png`]]), { page: pageOf(page) })
    expect(local.report.missing).toEqual([{ about: 'image', what: 'image.not-given', url: `${page}name_files/a.png` }])
    expect(local.favicon).toBeNull()
    expect(asked).toEqual([])
  })
})

describe('lead image and favicon', () => {
  test('are local, and nobody misses them', async () => {
    const more = [
      { role: 'lead', urls: at('/jpeg') },
      { role: 'favicon', urls: at('/gone.ico', '/ico') },
    ] as const
    const local = await localise(draftOf([at('/jpeg')], more))
    expect(local.leadImage).toBe(sha256(samplePictures.jpeg))
    expect(local.favicon).toBe(sha256(samplePictures.ico))
    expect(local.assets.map(({ role }) => role).toSorted()).toEqual(['favicon', 'image', 'lead'])
    const none = await localise(draftOf([], [{ role: 'lead', urls: at('/gone.png') }]))
    expect(none).toMatchObject({ leadImage: null, favicon: null, report: { missing: [] } })
    const both = await localise(draftOf([at('/gone.png')], [{ role: 'lead', urls: at('/gone.png') }]))
    expect(both.report.missing).toHaveLength(1)
  })

  test('/favicon.ico is the last candidate', async () => {
    give('/favicon.ico', samplePictures.ico)
    try {
      const local = await localise(draftOf([]))
      expect(local.favicon).toBe(sha256(samplePictures.ico))
      expect(local.assets).toHaveLength(1)
    } finally {
      answers.delete('/favicon.ico')
    }
  })
})

test('cancelling ends it at once and is no missing picture', async () => {
  const controller = new AbortController()
  answers.set('/never', () => controller.abort())
  await expect(localise(draftOf([at('/never'), at('/png')]), { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
})

test('a picture named by numbers of its own is not taken for one of ours', async () => {
  const draft = {
    ...draftOf([at('/png')]),
    html: '<img src="carrel-asset:0" alt="x"><img src="carrel-asset:abc-00"><img src="carrel-asset:abc-7">',
  }
  const local = await localise(draft)
  expect(local.html).not.toContain('carrel-asset')
  expect(local.report.missing).toEqual([{ about: 'image', what: 'missing', count: 2 }])
})
