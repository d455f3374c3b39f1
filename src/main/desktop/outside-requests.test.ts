import path from 'node:path'
import type { App } from 'electron'
import { expect, test } from 'vitest'
import { type Handed, handedBy, hearOutside } from './outside-requests.ts'

const folder = path.resolve('/home/ida')

test('finds links and pages among the words of a start', () => {
  const argv = ['--library=/x', '.', 'carrel://item/1', 'saved/Page One.HTML', '/tmp/a.mhtml', 'file:///tmp/b%20c.htm', '--allow=x.html']
  expect(handedBy(argv, folder)).toEqual({
    links: ['carrel://item/1'],
    files: [path.join(folder, 'saved', 'Page One.HTML'), path.resolve('/tmp/a.mhtml'), path.resolve('/tmp/b c.htm')],
  })
})

test.each([
  'https://a.example/page.html',
  'file://server/share/a.html',
  'file:///a%00b.html',
  '/etc/passwd',
  'javascript:a.html',
  'notes.docx',
  '',
])('leaves %j alone', (word) => {
  expect(handedBy([word], folder)).toEqual({ links: [], files: [] })
})

test('what came before anybody took it is handed over then, in order', () => {
  const listeners = new Map<string, (...args: unknown[]) => void>()
  const app = { on: (event: string, listener: (...args: unknown[]) => void) => listeners.set(event, listener) } as unknown as App
  const prevented: string[] = []
  const event = (name: string) => ({ preventDefault: () => prevented.push(name) })
  const take = hearOutside(app, ['carrel://item/1'], folder)
  listeners.get('open-url')?.(event('open-url'), 'carrel://item/2')
  const taken: Handed[] = []
  take((handed) => taken.push(handed))
  listeners.get('open-file')?.(event('open-file'), '/tmp/a.html')
  listeners.get('second-instance')?.(event('second'), ['/opt/carrel', 'b.html'], '/tmp')
  expect(taken).toEqual([
    { links: ['carrel://item/1'], files: [] },
    { links: ['carrel://item/2'], files: [] },
    { links: [], files: ['/tmp/a.html'] },
    { links: [], files: [path.resolve('/tmp/b.html')] },
  ])
  expect(prevented).toEqual(['open-url', 'open-file'])
})
