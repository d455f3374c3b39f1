import { describe, expect, test } from 'vitest'
import { Failure } from '../../shared/failure.ts'
import { faultOf, type Phase } from './faults.ts'
import { seemsOffline } from './presence.ts'
import { retryAfter } from './retry-after.ts'

const error = (code: string, message = code) => Object.assign(new Error(message), { code })
const told = (cause: unknown, phase: Phase = 'connect') => {
  const { failure, again } = faultOf(cause, { host: 'a.example', phase, proxy: null })
  expect(failure.facts).toMatchObject({ host: 'a.example' })
  return [failure.code, again]
}

describe('what sockets, TLS and HTTP throw', () => {
  test.each([
    ['CERT_HAS_EXPIRED', 'page.insecure', 'never'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'page.insecure', 'never'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'page.insecure', 'never'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'page.insecure', 'never'],
    ['EPROTO', 'page.unreachable', 'never'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'page.unreachable', 'never'],
    ['ECONNREFUSED', 'page.unreachable', 'never'],
    ['ECONNRESET', 'page.unreachable', 'at-once'],
    ['UND_ERR_CONNECT_TIMEOUT', 'page.timeout', 'after-pause'],
    ['ETIMEDOUT', 'page.timeout', 'after-pause'],
    ['HPE_INVALID_CONSTANT', 'page.garbled', 'never'],
    ['ESOMETHINGNEW', 'page.unreachable', 'never'],
  ])('%s while connecting is %s, again %s', (code, failure, again) => {
    expect(told(error(code))).toEqual([failure, again])
  })

  test('a reset in the body is a garbled page, worth another try', () => {
    expect(told(error('ECONNRESET'), 'body')).toEqual(['page.garbled', 'at-once'])
    expect(told(error('ETIMEDOUT'), 'body')).toEqual(['page.timeout', 'never'])
  })

  test('of several addresses, the one that says most counts', () => {
    const both = new AggregateError([error('ENETUNREACH'), error('ECONNREFUSED')])
    expect(faultOf(both, { host: 'a.example', phase: 'connect', proxy: null }).failure.facts).toMatchObject({ reason: 'refused' })
  })

  test('a failure of the guard stays itself, and names no other reason', () => {
    const failure = new Failure('link.private', { host: 'x' })
    expect(faultOf(failure, { host: 'a.example', phase: 'connect', proxy: null })).toMatchObject({ failure, again: 'never' })
  })

  test('what is no error at all is still a failure', () => {
    expect(told('boom')).toEqual(['page.unreachable', 'never'])
  })
})

describe('a machine', () => {
  const at = (address: string, internal = false) => [{ address, internal, netmask: '', family: 'IPv4' as const, mac: '', cidr: null }]
  test('is offline when nothing but loopback, containers and self-given addresses is up', () => {
    expect(seemsOffline({})).toBe(true)
    expect(seemsOffline({ lo: at('127.0.0.1', true), docker0: at('172.17.0.1'), wlan0: at('169.254.3.4') })).toBe(true)
    expect(seemsOffline({ lo: at('127.0.0.1', true), wlan0: at('192.168.1.20') })).toBe(false)
  })
})

describe('Retry-After', () => {
  const now = Date.parse('Tue, 01 Jul 2025 10:00:00 GMT')
  test.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Tue, 01 Jul 2025 10:00:30 GMT', 30_000],
    ['Tue, 01 Jul 2025 09:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (said, expected) => {
    expect(retryAfter(said, now)).toBe(expected)
  })
})
