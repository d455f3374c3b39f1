// The laws of the house, held by a machine: who may import whom, no cycles, who may name what, how large a room may grow.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = import.meta.dirname
const steps = ['fetch', 'extract', 'assets', 'talks', 'search', 'saved-page', 'transfer', 'highlights', 'reading-lists'] as const

/** Room to the rooms it may import; its own is always allowed. A room is a folder of src/main, or src/shared, or a single file there. */
const may: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  platform: ['shared'],
  network: ['shared', 'platform'],
  ...Object.fromEntries(steps.map((step) => [step, ['shared', 'platform', 'network']])),
  cache: ['shared', 'platform'],
  jobs: ['shared', 'platform', 'network', 'cache', ...steps],
  handlers: ['shared', 'platform', 'cache', 'jobs'],
  'answer.ts': ['shared', 'platform', 'handlers'],
  documents: ['shared', 'platform', 'cache'],
  'core.ts': ['shared', 'platform', 'network', 'cache', 'jobs', 'handlers', 'answer.ts', 'documents', ...steps],
  server: ['shared', 'platform', 'core.ts', 'documents'],
  desktop: ['shared', 'platform', 'core.ts', 'documents'],
  cli: ['shared', 'platform', 'core.ts', 'documents', 'server'],
  'index.ts': ['desktop', 'platform'],
  preload: ['shared'],
  renderer: ['shared'],
}

/** Rooms of the renderer: their own, and these. */
const rendererMay: Readonly<Record<string, readonly string[]>> = {
  design: [],
  client: [],
  failure: ['client', 'design'],
  'page-text': [],
  type: ['client', 'design', 'failure'],
  highlights: ['client', 'design', 'failure', 'page-text'],
  palette: ['client', 'design', 'failure'],
  library: ['client', 'design', 'failure'],
  add: ['client', 'design', 'failure'],
  reader: ['client', 'design', 'failure', 'highlights', 'page-text', 'type'],
  talks: ['client', 'design', 'failure', 'highlights', 'page-text', 'reader'],
  settings: ['client', 'design', 'failure', 'type'],
}

/** Rooms within reading-lists, from the lowest; each imports only rooms above it in this list. The files beside them come before `look-up`. */
const listRooms = ['blocks', 'words', 'layout', 'formats', 'links', 'titles', 'facts', 'to-find', '', 'look-up']

/** Packages that only one file or room may name. */
const onlyIn: readonly (readonly [name: RegExp, allowed: RegExp])[] = [
  [/^electron$/, /^(main\/desktop|preload)\//],
  [/^node:sqlite$/, /^main\/platform\/sqlite\.ts$/],
  [/^jsdom$/, /^main\/extract\/gate-window\.ts$/],
  [/^(undici|node:(https|tls|dns|dns\/promises))$/, /^main\/network\//],
  [/^node:(http|net)$/, /^main\/(network|server)\//],
]

type Import = { readonly from: string; readonly to: string }
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
const product = files.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('main/testing/') && !file.includes('/golden/'))
const imports: readonly Import[] = product.flatMap((from) => importsOf(from).map((to) => ({ from, to })))

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(src, file), 'utf8').replace(/^\s*(\/\/|\*).*$/gm, '')
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map((match) => {
    const name = match[1] ?? ''
    return name.startsWith('.') ? relative(src, resolve(src, dirname(file), name.replace(/\?.*$/, ''))).replaceAll('\\', '/') : name
  })
}

const isOurs = (name: string): boolean => /^(main|shared|renderer|preload)\//.test(name)

function roomOf(file: string): string {
  const [top, second] = file.split('/')
  return top === 'main' ? (second ?? '') : (top ?? '')
}

describe('imports go down, never up or sideways', () => {
  test('every room of src/main, shared, preload and renderer stands in the table', () => {
    expect([...new Set(product.map(roomOf))].filter((room) => !(room in may))).toEqual([])
  })

  test('a room imports only what its line allows', () => {
    const wrong = imports.filter(({ from, to }) => isOurs(to) && roomOf(from) !== roomOf(to) && !may[roomOf(from)]?.includes(roomOf(to)))
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('a room of the renderer imports only what its line allows', () => {
    const room = (file: string): string | undefined => (file.split('/').length > 2 ? file.split('/')[1] : undefined)
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [room(from), room(to)]
      if (!from.startsWith('renderer/') || !to.startsWith('renderer/') || own === undefined || own === other) return false
      // Files that stand beside the rooms (routes.ts) are what the rooms share; app.tsx and main.tsx join them and are imported by none.
      if (other === undefined) return /\/(app|main)\.tsx$/.test(to)
      return !rendererMay[own]?.includes(other)
    })
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('within reading-lists every room imports only lower ones', () => {
    const level = (file: string): number => {
      const [, , room = '', name] = file.split('/')
      return listRooms.indexOf(name === undefined ? '' : room)
    }
    const own = imports.filter(({ from, to }) => [from, to].every((file) => file.startsWith('main/reading-lists/')))
    expect(own.length).toBeGreaterThan(100)
    expect(own.filter(({ from, to }) => level(from) < 0 || level(to) > level(from)).map(({ from, to }) => `${from} imports ${to}`)).toEqual(
      [],
    )
  })

  test('there are no cycles', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to } of imports) if (isOurs(to)) edges.set(from, [...(edges.get(from) ?? []), to])
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' > '))
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) visit(next, [...path, file])
        done.add(file)
      }
    }
    for (const file of edges.keys()) visit(file, [])
    expect(cycles).toEqual([])
  })
})

describe('some names belong to one room', () => {
  test.each(onlyIn)('%s', (name, allowed) => {
    expect(imports.filter(({ from, to }) => name.test(to) && !allowed.test(from)).map(({ from, to }) => `${from} imports ${to}`)).toEqual(
      [],
    )
  })

  test('nothing but the network room and the renderer’s transport calls fetch()', () => {
    const callers = product.filter((file) =>
      /(?<![.\w])fetch\(/.test(readFileSync(join(src, file), 'utf8').replace(/^\s*(\/\/|\*).*$/gm, '')),
    )
    // The window's protocol asks the development server for the renderer's files, in development only.
    expect(
      callers.filter(
        (file) => !/^(main\/network\/|main\/desktop\/protocol\.ts|renderer\/client\/(?:http-transport|event-stream))/.test(file),
      ),
    ).toEqual([])
  })
})

describe('rooms stay small and are named after one thing', () => {
  test('no file is past 250 lines', () => {
    const long = product
      .map((file) => [file, readFileSync(join(src, file), 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 250)
    expect(long.map(([file, lines]) => `${file}: ${lines}`)).toEqual([])
  })

  test('file names are kebab-case and never utils, helpers, common, manager or service', () => {
    const bad = product.filter(
      (file) =>
        !/^[a-z0-9-]+(\.config|\.test)?\.tsx?$/.test(file.split('/').pop() ?? '') ||
        /(^|[/-])(utils?|helpers?|common|managers?|services?)([.-])/.test(file),
    )
    expect(bad).toEqual([])
  })

  test('every file opens by saying what it is for', () => {
    expect(product.filter((file) => !/^(\/\/|\/\*\*?) ?\S/.test(readFileSync(join(src, file), 'utf8')))).toEqual([])
  })
})
