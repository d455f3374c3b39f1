import { describe, expect, test } from 'vitest'
import { grammarFor } from './grammars.ts'
import { inksOfCode } from './inks-of-code.ts'

const inked = async (text: string, language: string | null) =>
  (await inksOfCode(text, language)).map(({ start, end, ink }) => `${ink} ${text.slice(start, end)}`)

describe('five inks', () => {
  test('Python', async () => {
    expect(await inked('def lookup(key):\n    """Walk."""\n    return len(key) - 1  # size', 'python')).toEqual([
      'keyword def',
      'name lookup',
      'string """Walk."""',
      'keyword return',
      'name len',
      'number 1',
      'comment # size',
    ])
  })

  test('what stands inside a text and is no text has the plain ink', async () => {
    const stretches = await inked(['const a = `x $', '{b + 1} y`'].join(''), 'javascript')
    expect(stretches).toContain('number 1')
    expect(stretches).not.toContain('string b + ')
  })

  test('HTML with a script inside', async () => {
    const stretches = await inked('<p class="a">x</p><script>let b = 2</script>', 'html')
    expect(stretches).toContain('string "a"')
    expect(stretches).toContain('keyword let')
  })

  test('stretches stand in order and apart', async () => {
    const stretches = await inksOfCode('fn main() { println!("{}", 1 + 2); } // end', 'rust')
    expect(stretches.length).toBeGreaterThan(3)
    for (const [at, { start, end }] of stretches.entries()) {
      expect(end).toBeGreaterThan(start)
      expect(start).toBeGreaterThanOrEqual(stretches[at - 1]?.end ?? 0)
    }
  })

  test('a language nobody knows and a text that is no code have none', async () => {
    expect(await inksOfCode('BEGIN SOMETHING 12', 'befunge')).toEqual([])
    expect(await inksOfCode('200000 loops, best of 5: 1.7 usec per loop\nand another line of what came out of it, in words', null)).toEqual(
      [],
    )
  })

  test('code that does not say what it is, but shows it', async () => {
    const python =
      'import sys\nfrom os import path\n\nclass Ring:\n    def __init__(self, size):\n        self.box = [None] * size\n\n    def push(self, thing):\n        if thing is None:\n            raise ValueError("none")\n        return True\n'
    expect(await inked(python, null)).toContain('keyword class')
  })
})

test.each([
  ['shell', '$ ls -l\ntotal 0', 'shell'],
  ['shell', 'set -e\n# a remark\nls -l', 'bash'],
  ['python', '>>> 1 + 1\n2', 'python-repl'],
  ['python', 'x = 1', 'python'],
  ['tsx', 'x', 'typescript'],
  ['nothing-known', 'x', null],
])('%s: %s', (language, text, grammar) => {
  expect(grammarFor(language, text)).toBe(grammar)
})
