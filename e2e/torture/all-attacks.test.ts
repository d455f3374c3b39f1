import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { allAttacks } from './all-attacks.ts'

const root = path.join(import.meta.dirname, '../..')
const security = readFileSync(path.join(root, 'SECURITY.md'), 'utf8')

test('every attack has a name of its own and is told in SECURITY.md', () => {
  const names = allAttacks.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !security.includes(`\`${name}\``))).toEqual([])
})

test('what SECURITY.md names is there', () => {
  const paths = [...security.matchAll(/`((?:src|e2e)\/[^`]+)`|\]\(((?:docs\/)?[\w-]+\.md)/g)].map(([, file, page]) => file ?? page ?? '')
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})
