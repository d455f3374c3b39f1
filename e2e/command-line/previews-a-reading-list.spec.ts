// A comment full of recommendations becomes a list on the command line: nothing is saved by looking, and nothing is asked of the network.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { plainEnvironment, runCarrel } from '../run-carrel.ts'

const comment = `The posts by Ines Okafor are the best I know:

* Part 1, pages on disk: https://quietdisk.example.com/posts/writing-a-btree-part-1-p...
* Part 2, splitting: https://quietdisk.example.com/posts/writing-a-btree-part-2-s...

All parts are listed here: https://quietdisk.example.com/series/btree/
And a talk: https://youtu.be/aaaaaaaaa01?t=1m35s
`

test('previews a reading list without a library', async ({ home }) => {
  const library = path.join(home, 'no-library-yet')
  const env = plainEnvironment(home, library)
  const shown = await runCarrel(['import', '-', '--dry-run', '--json'], { env, input: comment })
  expect(shown.code).toBe(0)
  const { items, source } = shown.json() as { items: Record<string, unknown>[]; source: unknown }
  expect(source).toMatchObject({ format: 'text' })
  expect(items.map(({ url, status, partNumber, startSeconds }) => [url, status, partNumber, startSeconds])).toEqual([
    [null, 'cut', 1, null],
    [null, 'cut', 2, null],
    ['https://quietdisk.example.com/series/btree/', 'ready', null, null],
    ['https://youtu.be/aaaaaaaaa01', 'ready', null, 95],
  ])
  expect(items[0]).toMatchObject({
    title: 'Part 1, pages on disk',
    truncated: true,
    resolveVia: 'https://quietdisk.example.com/series/btree/',
  })

  const words = await runCarrel(['import', '-', '--dry-run'], { env, input: comment })
  expect(words.stdout).toContain('4 items, 2 with a cut link\n')
  expect((await runCarrel(['import', '-', '--dry-run', '--format', 'scroll'], { env, input: comment })).code).toBe(2)
  expect((await runCarrel(['import', path.join(home, 'nothing.md'), '--dry-run'], { env })).code).toBe(1)
  expect(existsSync(library)).toBe(false)
})
