import { expect, test } from 'vitest'
import { harmlessLine, harmlessText } from './harmless-signs.ts'

test.each([
  ['\u001b]0;title\u0007\u001b[31mred', ']0;title[31mred'],
  ['\u009b31mred\u0000\u0008\u007f', '31mred'],
  ['before \u202egpj.exe\u202c \u2067after\u2069', 'before gpj.exe after'],
  ['one\r\ntwo\rthree\n\tfour', 'one\ntwo\nthree\n\tfour'],
  ['می\u200cخواهم 👩\u200d💻 ≤ naïve', 'می\u200cخواهم 👩\u200d💻 ≤ naïve'],
])('%j', (given, wanted) => expect(harmlessText(given)).toBe(wanted))

test('a line is one line', () => expect(harmlessLine(' one\r\ntwo\u2028three\t\u200bfour ')).toBe('one two three four'))
