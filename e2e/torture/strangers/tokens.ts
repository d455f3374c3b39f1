// Guessing, cutting, stretching and misplacing the token.
import { randomBytes } from 'node:crypto'
import type { Given, Outcome } from '../attack.ts'
import { chanceFrom } from '../random.ts'
import { type Case, deed, deedCall, tryAll } from './case.ts'
import type { Served } from './served.ts'
import { request } from './speak.ts'

export async function withWrongTokens(given: Given, served: Served): Promise<Outcome> {
  const { port, token } = served
  const chance = chanceFrom(given.seed + 2)
  const other = (letter: string): string => (letter === 'A' ? 'B' : 'A')
  const swapped = [...token].map((letter, at) => token.slice(0, at) + other(letter) + token.slice(at + 1))
  const wrong = [
    ...[
      '',
      ' ',
      'undefined',
      'null',
      'true',
      '0',
      '*',
      '%00',
      '[object Object]',
      `${token}=`,
      `${token}A`,
      `A${token}`,
      token.slice(1),
      token.slice(0, -1),
    ],
    ...[
      token.toLowerCase(),
      token.toUpperCase(),
      [...token].reverse().join(''),
      `${token}${token}`,
      `"${token}"x`,
      `${token},${token}`,
      `${token}%00`,
      'A'.repeat(token.length),
    ],
    ...[
      'A'.repeat(12_000),
      Buffer.from(token).toString('base64'),
      Buffer.from(token).toString('hex'),
      encodeURIComponent(encodeURIComponent(`${token}/`)),
    ],
    ...(given.length === 'full' ? swapped : swapped.filter((_, at) => at % 7 === 0)),
    ...Array.from({ length: given.length === 'full' ? 400 : 10 }, () =>
      mutated(token, chance.between(0, token.length - 1), chance.between(33, 126)),
    ),
    ...Array.from({ length: given.length === 'full' ? 200 : 10 }, () => randomBytes(32).toString('base64url')),
  ].filter((one) => one !== token)

  const base = { host: `127.0.0.1:${port}`, connection: 'close' }
  const places = (guess: string): readonly Record<string, string>[] => [
    { authorization: `Bearer ${guess}` },
    { cookie: `carrel-${port}=${guess}` },
  ]
  const cases = wrong.flatMap((guess): readonly Case[] => [
    ...places(guess).map((place) => ({ name: 'a wrong token', send: [request('GET /', { ...base, ...place })], is: 'refused' as const })),
    {
      name: 'a wrong token in the address',
      send: [request(`GET /?token=${encodeURIComponent(guess).slice(0, 8_000)}`, base)],
      is: 'refused',
    },
  ])

  const headers: readonly (readonly [string, Record<string, string>])[] = [
    ['no token', {}],
    ['Basic', { authorization: `Basic ${Buffer.from(`carrel:${token}`).toString('base64')}` }],
    ['another scheme', { authorization: `Token ${token}` }],
    ['no scheme', { authorization: token }],
    ['two words', { authorization: `Bearer x ${token}` }],
    ['a header of its own', { 'x-token': token, 'x-carrel-token': token, 'x-api-key': token, 'proxy-authorization': `Bearer ${token}` }],
    ['a cookie of another name', { cookie: `carrel=${token}; carrel-1=${token}; Carrel-${port}=${token}; xcarrel-${port}=${token}` }],
    ['a cookie in the value of another', { cookie: `x="carrel-${port}=${token}"` }],
    ['a cookie behind a comma', { cookie: `x=1, carrel-${port}=${token}` }],
    ['a cookie with a space', { cookie: `carrel-${port} =${token}` }],
    ['a thousand cookies', { cookie: Array.from({ length: 1_000 }, (_, n) => `c${n}=1`).join('; ') }],
    [
      'cookies that are not',
      { cookie: `;;;=;==;carrel-${port};carrel-${port}=;carrel-${port}=%;carrel-${port}=%E0%A4%A; carrel-${port}==` },
    ],
  ]
  const misplaced = headers.map(
    ([name, more]): Case => ({ name: `the token as ${name}`, send: [request('GET /', { ...base, ...more })], is: 'refused' }),
  )
  const inAddress = [
    `/copy/?token=${token}`,
    `/index.html?token=${token}`,
    `/?x=?token=${token}`,
    `/?Token=${token}`,
    `/?token=x&token=${token}`,
    `/?token%20=${token}`,
  ]
  const elsewhere = [
    ...inAddress.map((path) => request(`GET ${path}`, base)),
    request(`GET //?token=${token}`, base),
    request(`GET /?token=${token.slice(0, 20)}%00${token.slice(20)}`, base),
    request(`HEAD /?token=${token}`, base),
    request(`PUT /?token=${token}`, base),
    request(
      `POST ${deedCall}?token=${token}`,
      { ...base, 'content-type': 'application/json', 'content-length': String(deed.length) },
      deed,
    ),
    request(
      'POST /',
      { ...base, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(6 + token.length) },
      `token=${token}`,
    ),
  ].map((text, at): Case => ({ name: `the token elsewhere, ${at}`, send: [text], is: 'refused' }))

  // The owner's browser may hold more cookies than ours, in any order; theirs must not keep it out.
  const mine = { ...base, cookie: `carrel-${port}=old; a=b; carrel-${port}=${token}; carrel-${port}=%` }
  const welcome: Case = { name: 'the right cookie among wrong ones', send: [request('GET /', mine)], is: [200] }
  return tryAll(served, 'wrong, old and misplaced tokens', [...cases, ...misplaced, ...elsewhere, welcome])
}

function mutated(token: string, at: number, code: number): string {
  const letter = String.fromCharCode(code)
  // These end a cookie or a header's word, and what is left would be judged by itself.
  return /[;,\s"]/.test(letter) ? `${token.slice(0, at)}x${token.slice(at)}` : token.slice(0, at) + letter + token.slice(at + 1)
}
