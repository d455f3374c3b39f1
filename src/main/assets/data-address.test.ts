import { expect, test } from 'vitest'
import { dataAddress } from './data-address.ts'

function text(url: string): string | null {
  const bytes = dataAddress(url)
  return bytes && new TextDecoder().decode(bytes)
}

test('reads base64, percent escapes and plain text', () => {
  expect(text('data:text/plain;base64,aGVsbG8=')).toBe('hello')
  expect(text('data:text/plain;charset=utf-8;base64,aGVs%0AbG8')).toBe('hello')
  expect(text('data:image/svg+xml,%3Csvg%20fill=%22%23fff%22/%3E')).toBe('<svg fill="#fff"/>')
  expect(text('data:image/svg+xml;utf8,<svg fill="#fff">é 100%</svg>#icon')).toBe('<svg fill="#fff">é 100%</svg>')
  expect(text('DATA:,x')).toBe('x')
})

test('answers null for nothing and for other addresses', () => {
  expect(dataAddress('data:,')).toBeNull()
  expect(dataAddress('https://example.org/a,b')).toBeNull()
})
