import { describe, expect, test } from 'vitest'
import { wordsFor } from '../../shared/failure-words.ts'
import { failureLines, openPrint } from './print.ts'

test('a failure’s words fit every door; what to type stands on the command line alone', () => {
  const failure = { code: 'item.unknown', facts: {} } as const
  expect(failureLines(failure)).toEqual(['There is no such item in this library.', '  It may have been deleted for good.', '  carrel list'])
  expect(wordsFor(failure).remedy).not.toContain('carrel list')
  expect(wordsFor({ code: 'page.login', facts: {} }).remedy).not.toContain('carrel save')
  expect(failureLines({ code: 'page.login', facts: {} }).at(-1)).toContain('carrel save')
})

describe('what other people wrote gives no order to a terminal', () => {
  const hostile = '\u001b]0;trapped\u0007\u001b[2J\u009b31mred \u202egpj.exe'
  const letters = ']0;trapped[2J31mred gpj.exe'
  const marked = `${hostile} \u0002found\u0003 \u0002open`

  /** The streams of a process, as far as printing knows them; their words are collected. */
  const streams = (isTTY: boolean, env: Record<string, string> = {}) => {
    const said = { out: '', err: '' }
    const stream = (name: 'out' | 'err') => ({
      isTTY,
      columns: 80,
      write(text: string) {
        said[name] += text
        return true
      },
    })
    return { said, process: { stdout: stream('out'), stderr: stream('err'), env } as unknown as NodeJS.Process }
  }

  test.each([
    ['a terminal', true, {}, `${letters} \u001b[1mfound\u001b[22m \u001b[1mopen\u001b[22m\n`],
    ['a terminal without colours', true, { NO_COLOR: '1' }, `${letters} found open\n`],
    ['a pipe', false, {}, `${letters} found open\n`],
  ])('lines on %s', (_, isTTY, env, wanted) => {
    const { said, process } = streams(isTTY, env)
    const print = openPrint(process, false)
    print.value(null, () => [marked])
    print.words(hostile)
    print.failure({ code: 'file.missing', facts: { name: hostile } })
    expect(said.out).toBe(wanted)
    expect(said.err.startsWith(`${letters}\n`)).toBe(true)
    expect(said.err.replaceAll('\r\u001b[K', '')).not.toMatch(/[\u001b\u0007\u009b\u202e]/)
  })

  test('a whole text is letters on a terminal and itself in a file', () => {
    const given = `${hostile}\n\tcode`
    const [screen, file] = [streams(true), streams(false)]
    openPrint(screen.process, false).text(given)
    openPrint(file.process, false).text(given)
    expect(screen.said.out).toBe(`${letters}\n\tcode\n`)
    expect(file.said.out).toBe(`${given}\n`)
  })

  test('JSON is the same value without such signs', () => {
    const { said, process } = streams(true)
    openPrint(process, true).value({ title: hostile }, () => [])
    expect(said.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(JSON.parse(said.out)).toEqual({ title: hostile })
  })
})
