import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { inScreens, isAllowed, licencesFile, licencesPage, root, shippedPackages } from './licences.ts'

it('lets in what may be shipped with a program under MIT, and nothing else', () => {
  for (const good of ['MIT', '(MPL-2.0 OR Apache-2.0)', 'MIT AND ISC', 'OFL-1.1']) expect(isAllowed(good), good).toBe(true)
  for (const bad of ['GPL-3.0-only', 'AGPL-3.0', 'MPL-2.0', 'MIT AND GPL-2.0', 'UNLICENSED', 'SEE LICENSE IN x', 'none said', '']) {
    expect(isAllowed(bad), bad).toBe(false)
  }
  expect(shippedPackages().filter(({ licence }) => !isAllowed(licence))).toEqual([])
  expect(shippedPackages().filter(({ name, licence }) => licence === 'OFL-1.1' && !name.startsWith('@fontsource'))).toEqual([])
})

it('is what the packages say themselves', () => {
  const said = shippedPackages().flatMap(({ name, folder, licence }) => {
    const file = path.join(root, folder, 'package.json')
    // Programs of other systems are not installed on this one.
    if (!existsSync(file)) return []
    const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string }
    return license === licence ? [] : [`${name}: ${license} is not ${licence}`]
  })
  expect(said).toEqual([])
})

it('holds no package that runs a script of its own when it is installed', () => {
  expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toContain('"hasInstallScript"')
})

it('stands in docs/licences.md as it is; npm run licences writes it anew', () => {
  expect(readFileSync(licencesFile, 'utf8').replaceAll('\r\n', '\n')).toBe(licencesPage())
})

it('goes along with the installers, which leave out the folders of what is in the screens', () => {
  const builder = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
  expect(builder).toMatch(/^ {2}- docs\/licences\.md$/m)
  const left = /"!node_modules\/\{(react[^}]*)\}\/\*\*"/.exec(builder)?.[1]?.split(',') ?? []
  const scopes = new Set(
    shippedPackages()
      .filter(inScreens)
      .map(({ name }) => (name.startsWith('@') ? name.split('/')[0] : name)),
  )
  expect(left.toSorted()).toEqual([...scopes].toSorted())
})
