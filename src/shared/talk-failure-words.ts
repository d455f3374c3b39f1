// The sentences and remedies of what can go wrong with a talk's transcript, recording and marks; part of failure-words.ts.

import { megabytes, text } from './fact-text.ts'
import type { FailureCode, FailureFacts } from './failure.ts'

type TalkCode = Extract<
  FailureCode,
  `transcript.${string}` | `recording.${string}` | `yt-dlp.${string}` | `talk.${string}` | `mark.${string}`
>
type Speak = (facts: FailureFacts) => { readonly says: string; readonly remedy: string }

export const talkFailureWords = {
  'transcript.empty': (f) => ({
    says: `${text(f.name, f.host ? `What ${text(f.host, 'the server')} sent` : 'This transcript')} has no words in it.`,
    remedy: 'Give Carrel another file (.vtt, .srt or plain text), or paste the words.',
  }),
  'transcript.unreadable': (f) => ({
    says: `${text(f.name, f.host ? `What ${text(f.host, 'the server')} sent` : 'This file')} is neither captions nor plain text.`,
    remedy: 'Give Carrel a .vtt or .srt file, or the words as plain text.',
  }),
  'transcript.too-large': (f) => ({
    says: `${text(f.name, 'This file')} is larger than ${megabytes(f.maxBytes)} for transcripts.`,
    remedy: 'If it is the recording, give its captions instead: a .vtt, .srt or .txt file.',
  }),
  'transcript.none': (f) => ({
    says: f.host ? `${text(f.host, 'Its site')} offers no transcript of this talk.` : 'No transcript of this talk was found.',
    remedy: 'Give Carrel a caption file, paste the words, or ask yt-dlp if it is installed.',
  }),
  'transcript.unknown': () => ({
    says: 'There is no such transcript in this library.',
    remedy: 'It may have been deleted. Give it again.',
  }),
  'transcript.marked': () => ({
    says: 'Highlights stand in this transcript.',
    remedy: 'Remove its highlights first, or keep it: another transcript can be shown instead.',
  }),
  'recording.none': (f) => ({
    says: f.host ? `${text(f.host, 'Its site')} offers no file of this recording.` : 'No file of this recording is offered openly.',
    remedy: 'Give Carrel a file you have, or open the recording in the browser.',
  }),
  'recording.unreadable': (f) => ({
    says: `${text(f.name, f.host ? `What ${text(f.host, 'the server')} sent` : 'This file')} is no recording that can be played here.`,
    remedy: 'Give Carrel an .mp4, .webm, .mp3, .m4a or .ogg file.',
  }),
  'recording.too-large': (f) => ({
    says: `${text(f.name, 'This recording')} is larger than the ${Math.round(Number(f.maxBytes ?? 8_000_000_000) / 1_000_000_000)} GB that one recording may have.`,
    remedy: 'Choose a smaller version of it.',
  }),
  'recording.cut-off': () => ({
    says: 'The recording did not come whole.',
    remedy: 'Give it once more.',
  }),
  'recording.unknown': () => ({
    says: 'There is no such recording in this library any more.',
    remedy: 'Fetch it again, or give Carrel the file.',
  }),
  'yt-dlp.missing': () => ({
    says: 'The program yt-dlp is not installed on this machine.',
    remedy: 'Install it and ask again, or give Carrel a caption file.',
  }),
  'yt-dlp.failed': (f) => ({
    says: f.said
      ? `The program yt-dlp could not get the words: ${text(f.said, '').replace(/[.!\s]+$/, '')}.`
      : 'The program yt-dlp could not get the words.',
    remedy: f.old
      ? `Update yt-dlp (version ${text(f.version, 'unknown')} is old) and ask again, or give Carrel a caption file.`
      : 'Try again later, or give Carrel a caption file.',
  }),
  'talk.to-find': () => ({
    says: 'This talk has no address yet, so a transcript has no place to stand.',
    remedy: 'Give it its address first (“This is it”).',
  }),
  'mark.unknown': () => ({ says: 'This mark is no longer there.', remedy: 'If you removed it, put it back with Undo.' }),
} as const satisfies Record<TalkCode, Speak>
