// Passages marked through one door are listed and read on the command line, with the network off.
import { expect, test } from '../fixtures.ts'

test('lists what was marked, item by item, and shows it in the text', async ({ carrel, site }) => {
  await carrel(['save', `${site.url}/blog/small-structures-1-ring-buffer/`, '--json'])
  const requests = site.requests().length
  const [item] = JSON.parse((await carrel(['list', '--json'])).stdout)
  const text = (await carrel(['read', item.id])).stdout.replace(/\n$/, '')
  const { copy } = JSON.parse((await carrel(['call', 'item.open', JSON.stringify({ id: item.id })])).stdout)
  const words =
    text
      .split('\n')
      .find((line) => line.length > 60)
      ?.slice(0, 40)
      .trim() ?? ''
  const start = text.indexOf(words)
  const anchor = { exact: words, prefix: '', suffix: '', start, end: start + words.length, normaliserVersion: 1, heading: null }
  const added = await carrel([
    'call',
    'highlight.add',
    JSON.stringify({ copyId: copy.id, anchor, colour: 'green', note: 'For the *train*', tags: ['rings'] }),
  ])
  expect(added.code).toBe(0)

  const listed = await carrel(['highlights', 'TRAIN', '--tag', 'rings', '--json'])
  expect(JSON.parse(listed.stdout)).toMatchObject([{ colour: 'green', anchor: { exact: words }, item: { id: item.id, title: item.title } }])
  expect((await carrel(['highlights'])).stdout).toMatch(
    new RegExp(`^${item.id.slice(0, 8)}  .+\\n  http.+\\n\\n  [0-9a-f]{8} · green .*#rings\\n  │ .+\\n  For the \\*train\\*\\n$`),
  )
  expect((await carrel(['read', item.id, '--as', 'markdown'])).stdout).toMatch(/==.+==\[\^note-1\][\s\S]+\[\^note-1\]: For the \*train\*\n/)
  expect((await carrel(['read', item.id, '--as', 'text'])).stdout).toContain(`==${words}==[1]`)
  expect((await carrel(['highlights', 'no-such-word'])).stdout).toBe('No highlight fits.\n')
  expect((await carrel(['highlights', '--colour', 'mauve'])).code).toBe(2)
  expect((await carrel(['highlights', '--limit', 'many'])).code).toBe(2)
  expect(site.requests()).toHaveLength(requests)
})
