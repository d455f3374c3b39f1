// A transcript in words: language, who wrote it down, how long it is, where it came from. Pure.
import type { Transcript } from '../../shared/calls/talk-calls.ts'
import type { TranscriptSummary } from '../../shared/transcript.ts'
import { amount } from '../design/amounts.ts'

/** "English, written by people, 2 speakers, 7,420 words, from your file clocks.vtt". */
export function transcriptWords({ copy, facts }: Pick<Transcript, 'facts'> & { readonly copy: { readonly words: number } }): string {
  const made = facts.generated === null ? null : facts.generated ? 'made by a machine' : 'written by people'
  const speakers = facts.speakers.length > 1 ? amount(facts.speakers.length, 'speaker', 'speakers') : null
  const parts = [languageWord(facts.lang), made, speakers, amount(copy.words, 'word', 'words'), originWords(facts)]
  return parts.filter((part) => part !== null && part !== '').join(', ')
}

function languageWord(lang: string | null): string | null {
  if (lang === null) return null
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang
  } catch {
    return lang
  }
}

function originWords({ origin, name }: Pick<TranscriptSummary, 'origin' | 'name'>): string {
  switch (origin) {
    case 'file':
      return `from your file${name === null ? '' : ` ${name}`}`
    case 'pasted':
      return 'from words you pasted'
    case 'platform':
      return `from ${name ?? 'its site'}`
    case 'page':
      return `from its page${name === null ? '' : ` at ${name}`}`
    case 'yt-dlp':
      return 'by yt-dlp'
  }
}
