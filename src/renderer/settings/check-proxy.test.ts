import { expect, test } from 'vitest'
import { checkProxy } from './check-proxy.ts'

test.each([
  ['', null],
  ['  ', null],
  ['http://proxy.example:3128', 'http://proxy.example:3128'],
  ['proxy.example:3128', 'http://proxy.example:3128'],
  ['https://name:word@proxy.example/', 'https://name:word@proxy.example'],
])('%s is a proxy', (text, proxy) => {
  expect(checkProxy(text)).toEqual({ ok: true, proxy })
})

test.each(['socks5://proxy.example', 'http://', 'http://proxy.example/path', 'two words'])('%s is none, and why is said', (text) => {
  const checked = checkProxy(text)
  expect(checked.ok).toBe(false)
  expect(checked.ok ? '' : checked.says).not.toBe('')
})
