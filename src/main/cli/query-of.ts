// The words of a command as one query of the library.
import type { Command } from 'commander'

/** An argument the shell kept together by quotes is an exact phrase, or the value of its filter. An option nobody knows is wrong usage. */
export function queryOf(words: readonly string[], carrel: Command): string {
  const unknown = words.find((word) => word.startsWith('--'))
  if (unknown !== undefined) carrel.error(`carrel: unknown option '${unknown}'`, { exitCode: 2 })
  return words.length === 1 && !/^-?[a-z]+:/i.test(words[0] ?? '') ? (words[0] ?? '') : words.map(keptTogether).join(' ')
}

function keptTogether(word: string): string {
  if (!/\s/.test(word) || word.includes('"')) return word
  const [, field, value] = /^(-?[a-z]+:)(\S.*)$/is.exec(word) ?? []
  return field === undefined ? `"${word}"` : `${field}"${value}"`
}
