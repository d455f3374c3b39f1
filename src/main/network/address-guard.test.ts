import { describe, expect, test } from 'vitest'
import { checkAddress, isPrivateLink, isPublicAddress, keepPublic, privateHostOf } from './address-guard.ts'

const privateLinks = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://１２７.0.0.1/',
  'http://127。0。0。1/',
  'http://0.0.0.0/',
  'http://0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://240.0.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::c0a8:101]/',
  'http://[64:ff9b:1::8.8.8.8]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:c0a8:101::1]/',
  'http://[2001::1]/',
  'http://[fc00::1]/',
  'http://[fd12:3456::1]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://app.localhost/',
  'http://printer.local/',
  'http://printer.local./',
  'http://db.internal/',
  'http://metadata.google.internal/',
  'http://nas.lan/',
  'http://router.home.arpa/',
  'http://router/',
  'http://intranet/',
]

describe('addresses by their spelling', () => {
  test.each(privateLinks)('%s is private', (link) => {
    expect(isPrivateLink(link)).toBe(true)
    expect(() => checkAddress(link, undefined)).toThrow(expect.objectContaining({ code: 'link.private' }))
  })

  test.each([
    'http://example.org/',
    'http://8.8.8.8/',
    'http://134744072/',
    'http://172.32.0.1/',
    'http://100.128.0.1/',
    'http://[2606:4700::1111]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::8.8.8.8]/',
    'http://localhost.example.org/',
    'http://mylocal.org/',
    'http://10.0.0.1.example.org/',
  ])('%s is public', (link) => {
    expect(isPrivateLink(link)).toBe(false)
    expect(checkAddress(link, undefined).href).toBe(new URL(link).href)
  })

  test.each([
    ['not an address', 'link.invalid'],
    ['http://', 'link.invalid'],
    ['ftp://example.org/', 'link.unsupported'],
    ['file:///etc/passwd', 'link.unsupported'],
    ['data:text/html,hello', 'link.unsupported'],
    ['javascript:alert(1)', 'link.unsupported'],
    ['http://example.org:25/', 'link.unsupported'],
    ['https://example.org:6667/', 'link.unsupported'],
  ])('%s is refused as %s', (link, code) => {
    expect(() => checkAddress(link, undefined)).toThrow(expect.objectContaining({ code }))
  })
})

describe('private hosts the reader typed', () => {
  const typed = (link: string) => new Set([privateHostOf(link) ?? ''])

  test('allow that host and port, and nothing beside', () => {
    const hosts = typed('http://localhost:8080/page')
    expect(checkAddress('http://localhost:8080/other', hosts).port).toBe('8080')
    for (const link of ['http://localhost/', 'http://localhost:8081/', 'http://127.0.0.1:8080/', 'http://nas.lan:8080/']) {
      expect(() => checkAddress(link, hosts)).toThrow(expect.objectContaining({ code: 'link.private' }))
    }
  })

  test('without a port mean the ports of http and https', () => {
    const hosts = typed('http://nas.lan/')
    expect(checkAddress('https://nas.lan/', hosts).protocol).toBe('https:')
    expect(checkAddress('http://nas.lan/', hosts).protocol).toBe('http:')
    expect(() => checkAddress('http://nas.lan:6379/', hosts)).toThrow(expect.objectContaining({ code: 'link.private' }))
  })

  test('may be spelled with the scheme’s own port', () => {
    expect(checkAddress('http://nas.lan/', new Set(['nas.lan:80'])).host).toBe('nas.lan')
  })
})

describe('addresses a name resolved to', () => {
  test('are kept only where they are public', () => {
    const kept = keepPublic('example.org', [{ address: '10.0.0.1' }, { address: '93.184.215.14' }, { address: 'fe80::1' }])
    expect(kept).toEqual([{ address: '93.184.215.14' }])
  })

  test('are refused when all are private', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:192.168.0.1', '169.254.169.254']) {
      expect(() => keepPublic('rebind.example', [{ address }])).toThrow(expect.objectContaining({ code: 'link.private' }))
    }
  })

  test('of a filtering resolver mean a name that cannot be reached', () => {
    expect(() => keepPublic('ads.example', [{ address: '0.0.0.0' }, { address: '::' }])).toThrow(
      expect.objectContaining({ code: 'page.unreachable' }),
    )
  })

  test('may be the invented numbers of a VPN program, as an answer only', () => {
    expect(keepPublic('example.org', [{ address: '198.18.0.7' }])).toHaveLength(1)
    expect(isPublicAddress('198.18.0.7')).toBe(false)
  })

  test('that are no addresses at all are not public', () => {
    expect(isPublicAddress('example.org')).toBe(false)
    expect(isPublicAddress('')).toBe(false)
  })
})
