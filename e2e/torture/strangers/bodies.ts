// Bodies of whoever has the token and is still no friend: too large, cut, malformed, deep, in other letters, with names every object has.
import type { Given, Outcome } from '../attack.ts'
import { type Case, deedCall, tryAll } from './case.ts'
import type { Served } from './served.ts'
import { type Part, request } from './speak.ts'

const megabyte = Buffer.alloc(1_000_000, 0x61)

export async function withBadBodies(given: Given, served: Served): Promise<Outcome> {
  const { port, token, item } = served
  const base = { host: `127.0.0.1:${port}`, authorization: `Bearer ${token}`, connection: 'close', 'content-type': 'application/json' }
  const many = given.length === 'full' ? 100 : 20
  const post = (call: string, headers: Record<string, string>, body: string): string =>
    request(`POST /call/${call}`, { ...base, ...headers }, body)
  const whole = (name: string, body: Part, is: Case['is'], call = 'settings.change', headers: Record<string, string> = {}): Case => ({
    name,
    send: [post(call, { 'content-length': String(Buffer.byteLength(body, 'latin1')), ...headers }, ''), body],
    is,
  })
  // An answer of the contract, good or bad, is 200.
  const heard = [200]
  const bad = [400]

  const malformed = [
    '',
    ' ',
    '{',
    '}',
    '[',
    '{"density"',
    '{"density":}',
    '{density:"compact"}',
    "{'density':'compact'}",
    '{"density":"compact"}}',
    'undefined',
    'NaN',
    '-',
    '01',
    '"',
    '\\u0022',
    '{"a":1,}',
    '[1,]',
    '/**/{}',
    '\u0000',
    '{}\u0000',
    '{"a":"\u0001"}',
    'density=compact',
  ]
  const odd = [
    'null',
    'true',
    '0',
    '-0',
    '1e999',
    '-1e999',
    '1e-999',
    '""',
    '"x"',
    '[]',
    '[[]]',
    '[null]',
    '{"":1}',
    '{"density":null}',
    '{"density":["comfortable"]}',
    '{"density":{}}',
    '{"density":"\\ud800"}',
    '{"density":"COMPACT"}',
    '{"jobsAtOnce":1e999}',
    '{"jobsAtOnce":1.5}',
    '{"jobsAtOnce":-1}',
    '{"maxBytes":9007199254740993}',
    '{"reading":{"size":1e308}}',
    '{"keys":{"x":"\\u0000"}}',
    '\ufeff{}',
  ]
  const named = [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
    'then',
    'toJSON',
    'length',
    'density.x',
    'reading.size',
  ]
  const names = named.flatMap((name) => [
    `{"${name}":{"density":"compact"}}`,
    `{"${name}":null}`,
    `{"reading":{"${name}":1}}`,
    `{"reading":{"${name}":{"size":20}}}`,
  ])
  const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels)
  const levels = 100_000
  const calls = [
    ...named,
    'settings.Change',
    'settings.change%20',
    'settings%2echange',
    'settings.change/',
    'settings.change/..',
    '../call/settings.change',
    '',
    '.',
    'a'.repeat(8_000),
  ]

  const cases: readonly Case[] = [
    ...malformed.map((body) => whole(`malformed ${JSON.stringify(body)}`, Buffer.from(body), bad)),
    ...odd.map((body) => whole(`odd ${body}`, Buffer.from(body), heard)),
    ...names.map((body) => whole(`named ${body}`, body, heard)),
    // Null is put there by deep brackets of no shape at all; "keys" is a record, which the schema walks.
    whole('100,000 brackets', deep('[', ']', levels), heard),
    whole('100,000 braces', `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`, heard),
    whole('100,000 brackets in a field', `{"keys":${deep('[', ']', levels)}}`, heard),
    whole('100,000 brackets without an end', '['.repeat(levels), bad),
    whole('8 MB of brackets without an end', '['.repeat(7_900_000), bad),
    whole('a hundred thousand keys', `{${Array.from({ length: levels }, (_, n) => `"k${n}":1`).join(',')}}`, heard),
    whole('one key a hundred thousand times', `{${Array.from({ length: levels }, () => '"x":1').join(',')}}`, heard),
    whole('a key of a megabyte', `{"${'k'.repeat(1_000_000)}":1}`, heard),
    whole('a number of a megabyte', `{"jobsAtOnce":${'9'.repeat(1_000_000)}}`, heard),
    whole('a text of a megabyte where an id belongs', `{"id":"${'f'.repeat(1_000_000)}"}`, heard, 'item.get'),
    whole(
      'a list of a hundred thousand ids',
      `{"ids":[${Array.from({ length: levels }, () => `"${item}"`).join(',')}],"place":"inbox"}`,
      heard,
      'item.move',
    ),
    ...[[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80]].map((bytes) =>
      whole(`invalid UTF-8 ${bytes}`, Buffer.concat([Buffer.from('{"density":"'), Buffer.from(bytes), Buffer.from('"}')]), bad),
    ),
    whole('UTF-16', Buffer.from('\ufeff{"density":"compact"}', 'utf16le'), bad),
    whole('UTF-32', Buffer.from([0, 0, 0, 0x7b, 0, 0, 0, 0x7d]), bad),
    whole('gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), [415], 'settings.change', { 'content-encoding': 'gzip' }),
    whole('identity', '{}', [415], 'settings.get', { 'content-encoding': 'identity' }),
    ...calls.map((call) => whole(`the call ${call.slice(0, 30)}`, '{"density":"compact"}', [404, 405], call)),
    ...[
      'text/plain',
      'application/json; charset=utf-7',
      'application/json; charset=utf-16',
      'application/json\u00e4',
      'application/jsonp',
      '',
    ].map(
      (type): Case => ({
        name: `with the cookie and the type ${type}`,
        send: [
          request(
            `POST ${deedCall}`,
            { host: base.host, cookie: `carrel-${port}=${token}`, connection: 'close', 'content-type': type, 'content-length': '21' },
            '{"density":"compact"}',
          ),
        ],
        is: [415],
      }),
    ),

    { name: '9 GB declared', send: [post('settings.change', { 'content-length': '9000000000' }, '{')], is: [413] },
    { name: 'more declared than numbers hold', send: [post('settings.change', { 'content-length': '9'.repeat(30) }, '{')], is: [400, 413] },
    {
      name: '100 MB sent',
      send: [post('settings.change', { 'content-length': String(many * 1_000_000) }, ''), ...repeat(megabyte, many)],
      is: [413],
      orClosed: true,
    },
    {
      name: 'chunks without end',
      send: [post('settings.change', { 'transfer-encoding': 'chunked' }, ''), ...repeat(chunk(megabyte), many)],
      is: [413],
      orClosed: true,
    },
    {
      name: 'a million chunks of one byte',
      send: [
        post('settings.change', { 'transfer-encoding': 'chunked' }, ''),
        Buffer.concat(repeat(chunk(Buffer.from('[')), given.length === 'full' ? 1_000_000 : 100_000)),
        '0\r\n\r\n',
      ],
      is: bad,
    },
    {
      name: 'less than declared, then gone',
      send: [post('settings.change', { 'content-length': '100' }, '{"density":"compact"}')],
      is: 'harmless',
      quietMs: 300,
    },
    { name: 'more than declared', send: [post('settings.get', { 'content-length': '2' }, '{}{"density":"compact"}')], is: [200, 400] },
    { name: 'no length, no chunks', send: [post('settings.change', {}, '{"density":"compact"}')], is: bad },
    { name: 'nothing where 0 is declared', send: [post('settings.change', { 'content-length': '0' }, '{"density":"compact"}')], is: bad },
    {
      name: 'expects leave to go on, and goes',
      send: [post('settings.get', { expect: '100-continue', 'content-length': '2' }, '{}')],
      is: [100, 200],
    },
    {
      name: 'expects something else',
      send: [post('settings.change', { expect: 'a miracle', 'content-length': '21' }, '{"density":"compact"}')],
      is: [417],
    },
  ]
  // Whoever sends megabytes of brackets waits for their answer, and so does who stands behind them.
  return tryAll(
    served,
    'bodies: large, cut, malformed',
    cases.map((one) => ({ quietMs: 30_000, ...one })),
  )
}

function repeat<T>(one: T, times: number): readonly T[] {
  return Array.from({ length: times }, () => one)
}

function chunk(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.byteLength.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
}
