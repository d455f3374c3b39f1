import { expect, it } from 'vitest'
import { isCopyPage, isOwnAddress, isWindowPage, outsideAddress } from './own-address.ts'

it('knows its own addresses from those that only look like them', () => {
  expect(isOwnAddress('carrel-app://window/')).toBe(true)
  expect(isOwnAddress('carrel-app://window/copy/abc/')).toBe(true)
  for (const strange of [
    'carrel-app://window.example.org/',
    'carrel-app://other/',
    'carrel-app:window/',
    'https://window/',
    'file:///etc/passwd',
    'javascript:alert(1)//carrel-app://window/',
    '',
  ]) {
    expect(isOwnAddress(strange), strange).toBe(false)
  }
})

it('tells the window’s page from what a frame shows', () => {
  expect(isWindowPage('carrel-app://window/#/item/1')).toBe(true)
  expect(isWindowPage('carrel-app://window/copy/abc/')).toBe(false)
  expect(isCopyPage('carrel-app://window/copy/abc/')).toBe(true)
  expect(isCopyPage('carrel-app://window/#/copy/abc/')).toBe(false)
})

it('hands only http and https to the system', () => {
  expect(outsideAddress('https://example.org/a b')).toBe('https://example.org/a%20b')
  expect(outsideAddress('http://example.org')).toBe('http://example.org/')
  for (const refused of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'mailto:a@example.org',
    'carrel-app://window/',
    'x',
    '',
  ]) {
    expect(outsideAddress(refused), refused).toBeNull()
  }
})
