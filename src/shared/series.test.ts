import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seriesPlaceOf } from './series.ts'

const place = (title: string, siteName: string | null = 'The Workbench', host = 'desk.test') => seriesPlaceOf({ title, host, siteName })

describe('the series and the part', () => {
  test.each([
    ['Python behind the scenes #4: how Python bytecode is executed', 'Python behind the scenes', 4],
    ['Small structures, part 1: the ring buffer', 'Small structures', 1],
    ['Small structures, Part 2 | The Workbench', 'Small structures', 2],
    ['The Workbench: Small structures, pt. 3', 'Small structures', 3],
    ['Small structures (2/7)', 'Small structures', 2],
    ['Small structures [part 3 of 7]: heaps', 'Small structures', 3],
    ['Small structures – Part Two', 'Small structures', 2],
    ['Small structures: Part IV', 'Small structures', 4],
    ['Small structures III', 'Small structures', 3],
    ['Small structures II: the return', 'Small structures', 2],
    ['The ring buffer (Small structures, part 1)', 'Small structures', 1],
    ['Small structures - Episode 12 - Trees', 'Small structures', 12],
    ['C++ inside, part 2', 'C++ inside', 2],
    ['Der Bau, Teil 2', 'Der Bau', 2],
    ['Der Bau – 3. Teil', 'Der Bau', 3],
    ['Histoire des bibliothèques (2e partie)', 'Histoire des bibliothèques', 2],
    ['Histoire, deuxième partie', 'Histoire', 2],
    ['Как устроена память. Часть 3: кэш', 'Как устроена память', 3],
    ['Historia, parte segunda', 'Historia', 2],
    ['連載 第3回：木', '連載', 3],
    ['入門 その3', '入門', 3],
    ['入門（三）', '入門', 3],
    ['図書館 第十二章', '図書館', 12],
    ['책상 이야기 3편', '책상 이야기', 3],
    ['الدليل – الجزء الثالث', 'الدليل', 3],
    ['Part 3: The heap', 'The Workbench', 3],
    ['Chapter 5 – The heap', 'The Workbench', 5],
    ['Zweiter Teil: Der Bau', 'The Workbench', 2],
    ['#12: The heap', 'The Workbench', 12],
    ['भाग ३: मेज', 'The Workbench', 3],
  ])('%s', (title, series, part) => {
    expect(place(title)).toMatchObject({ title: series, part })
  })
})

describe('no series', () => {
  test.each([
    ...['Python 3', '10 things about desks', 'C++20', 'What is new in Python 3.12', 'Windows 11', 'HTTP/2', 'C# 12', 'F# 6 is here'],
    ...['Malcolm X', 'World War II', 'Elizabeth II', 'Type II diabetes', 'Henry V', 'I am a desk', 'Mix'],
    ...['The best of 2023', 'Part 2020', '2023-05-03', 'Foo 9/11', 'Remembering (9/11)', 'Open 24/7', 'Half and half (50/50)'],
    ...[
      'Company files for Chapter 11',
      'Part of the family',
      'Two part harmony',
      'Be a part',
      'The 3rd party',
      'Resumen del 2',
      'Chapter and verse',
    ],
    ...['We are #1', 'Fix bug #12', 'Pull request #7', 'desk.test/small-structures-part-3', ''],
  ])('%s', (title) => {
    expect(place(title)).toBeNull()
  })

  test('numbers of a code host are issues, whatever they look like', () => {
    expect(place('Crash on start · Issue #12', null, 'github.com')).toBeNull()
  })
})

test('parts of one series have one key, however they are set; another site is another series', () => {
  const keys = ['Small structures, part 1', 'Small Structures – Part Two: more', 'Small structures (3/7)', 'SMALL STRUCTURES #4'].map(
    (title) => place(title)?.key,
  )
  expect(new Set(keys)).toEqual(new Set(['desk.test/small structures']))
  expect(place('Small structures, part 1', null, 'www.desk.test')?.key).toBe('desk.test/small structures')
  expect(place('Small structures, part 1', null, 'other.test')?.key).not.toBe(keys[0])
  expect(place('C, part 1')?.key).not.toBe(place('C++, part 1')?.key)
})

test('a site without a name lends its host', () => {
  expect(place('Part 3: The heap', null)).toMatchObject({ title: 'desk.test', part: 3 })
})

test('any name and any number come back from every way to set them', () => {
  const name = fc.array(fc.constantFrom('Quiet', 'desks', 'Löwe', 'память', 'trees', 'and', 'heaps'), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(
      name,
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom(', part ', ' – Part ', ' #', ' (Teil ', ': Часть '),
      (words, part, by) => {
        const series = words.join(' ')
        const title = `${series}${by}${part}${by.includes('(') ? ')' : ''}`
        const found = place(title)
        expect(found?.part).toBe(part)
        expect(found?.title).toBe(series)
        expect(place(`${title}: and its own title`)).toEqual(found)
      },
    ),
  )
})

test('whatever a title holds, it is answered, and a year is never a part', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 1_200 }), fc.integer({ min: 1_900, max: 2_100 }), (text, year) => {
      const found = place(text)
      if (found) expect(found.key.length).toBeLessThan(500)
      expect(place(`A year, part ${year}`)).toBeNull()
      expect(place(`A year #${year}`)).toBeNull()
    }),
  )
})
