// The licences of everything that is shipped with Carrel, read from the lock file and the packages themselves, as the page docs/licences.md.
// Writing it is write-licences.ts's; that it is true, and that nothing of another licence comes in, licences.test.ts's.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))
export const licencesFile = path.join(root, 'docs', 'licences.md')

/** Licences under which a package may be shipped with a program under MIT. */
export const allowed: readonly string[] = [
  ...[
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'PSF-2.0',
    'Python-2.0',
    'CC0-1.0',
    'Zlib',
    'Unlicense',
  ],
  // Fonts alone.
  'OFL-1.1',
]

export type Shipped = { readonly name: string; readonly licence: string; readonly folder: string }
type Locked = { readonly license?: string; readonly dev?: boolean; readonly link?: boolean }

/** Every package that an installation of Carrel holds, by name; several versions of one are one line when their licence is the same. */
export function shippedPackages(): readonly Shipped[] {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }
  const shipped = Object.entries(packages).filter(([folder, { dev, link }]) => folder !== '' && dev !== true && link !== true)
  const all = shipped.map(([folder, { license }]) => ({
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    licence: license ?? 'none said',
    folder,
  }))
  const seen = new Set<string>()
  return all
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .filter(({ name, licence }) => !seen.has(`${name} ${licence}`) && seen.add(`${name} ${licence}`))
}

/** True for an expression that can be met with the licences allowed: any side of an OR, both of an AND. */
export function isAllowed(expression: string): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (/\sOR\s/.test(bare)) return bare.split(/\sOR\s/).some(isAllowed)
  if (/\sAND\s/.test(bare)) return bare.split(/\sAND\s/).every(isAllowed)
  return allowed.includes(bare)
}

/** Packages that are part of the built screens; their folders are left out of the installers, so their texts stand on the page. */
export function inScreens({ name }: Shipped): boolean {
  return /^(?:react|react-dom|scheduler|lucide-react|@tanstack\/.*|@fontsource(?:-variable)?\/.*)$/.test(name)
}

/** The licence's own text, of a package that is installed. */
export function textOf({ name, folder }: Shipped): string {
  const where = path.join(root, folder)
  const file = existsSync(where) ? readdirSync(where).find((one) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(one)) : undefined
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`)
  return readFileSync(path.join(where, file), 'utf8').replaceAll('\r\n', '\n').trim()
}

/** The whole page. */
export function licencesPage(): string {
  const packages = shippedPackages()
  const rows = packages.map(({ name, licence }) => `| ${name} | ${licence} |`)
  const texts = packages.filter(inScreens).map((one) => `### ${one.name}\n\n\`\`\`text\n${textOf(one)}\n\`\`\``)
  return `${[
    '# Licences',
    '',
    'Carrel itself is under the MIT licence (LICENSE). This page is written by `npm run licences` and held by a test, which also fails when a package of a',
    `licence comes in that is not one of: ${allowed.join(', ')}.`,
    '',
    'The installers bring Electron (MIT), which brings Chromium and Node.js; their licences lie beside the program as `LICENSE.electron.txt` and',
    '`LICENSES.chromium.html`. The packages below lie in `node_modules` as their authors publish them, with the texts of their licences; those that are part of',
    'the built screens have no folder there, so their texts follow.',
    '',
    `## The ${packages.length} packages that are shipped`,
    '',
    '| package | licence |',
    '| --- | --- |',
    ...rows,
    '',
    '## Texts of what is in the built screens',
    '',
    texts.join('\n\n'),
  ].join('\n')}\n`
}
