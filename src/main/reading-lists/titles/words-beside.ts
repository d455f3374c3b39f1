// Titles in the words right before an address and right behind it, on its own line.
import { capitalShare, isTalk } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { isDeictic } from '../words/is-deictic.ts'
import { kindOfWords, looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import { couldBeTitle } from '../words/quoted-words.ts'
import type { NearTitle } from '../words/title-in-sentence.ts'
import { withoutLeadIn } from '../words/without-lead-in.ts'

/** A small letter at the beginning, but for names as `eBPF` and `iOS`. */
const opensSmall = /^\p{Ll}(?!\p{Ll}?\p{Lu})/u

const none: NearTitle = { title: null, by: null }

/** Words in front of the link, on its line. */
export function fromLead(lead: string, manner: 'entry' | 'line' | 'sentence'): NearTitle {
  const words = withoutLeadIn(lead)
  if (words === '' || manner === 'sentence' || isDeictic(words) || /^by\s+\p{Lu}/iu.test(words)) return none
  // `The recording starts from [here](…)`: a sentence that goes on, and no title.
  if (
    /\s(?:from|at|is|are|was|were|in|on|of|via|with|and|or|the|an?|see)$/.test(
      lead.replace(/[,;(]?\s+(?:(?:freely|free|available|online|readable)\s+){1,3}(?:at|here|from|on|under)\s*$/iu, '').trimEnd(),
    )
  )
    return none
  if (/^(?:new|more|all|other|the other|further|next)\s+(?:parts|posts|episodes|articles|chapters|videos)\b/i.test(words)) return none
  const count = words.split(/\s+/).length
  const mostly = capitalShare(words)
  if (count > 25 || words.length > 220) return none
  // Sentences are about a thing; titles are one. Many capitals make a title even of words a sentence is made of.
  const isSentence = isTalk(words) && (mostly < 0.7 || !/\p{L}{4}/u.test(words))
  // Small words in front of a link in a sentence are the sentence; a small name before a colon is a name.
  if (opensSmall.test(words) && count > 1 && mostly < 0.6 && !/[:：–—(|-]\s*$/u.test(lead)) return none
  const says =
    manner === 'line' && /\p{Ll}\s+(?:is|are|was|were|has|have|had|will|can|could|does|did|do|gives?|makes?)\s+\p{Ll}/u.test(words)
  // "How a loop is closed", on a line without a full stop, is what something is called.
  const asks = manner === 'line' && /(?:^|\s[-–—]\s)(?:How|Why|What|When|Where|Who|Which)\s/.test(words) && !/[.!:：]\s*$/.test(lead)
  // `Gabriel: Worse is better`: behind somebody's name a sentence is a title.
  const isOwned = /^\p{Lu}[\p{L}.'’-]+(?:(?:\s\p{Lu}[\p{L}.'’-]+){0,2}:|(?:\s\p{Lu}[\p{L}.'’-]+){1,2}\s[-–—])\s/u.test(words)
  if (
    (!asks && !isOwned && (says || isSentence)) ||
    // "For a different view see Dan North": a sentence that leads on to somebody.
    /^\p{Lu}\p{Ll}*\s+(?:\p{Ll}+\s+){1,6}(?:see|read|watch|try|check out)\s/u.test(words) ||
    /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(words) ||
    (opensSmall.test(words) && count > 9 && !(manner === 'entry' && /[([]\s*$/.test(lead)))
  )
    return none
  // "Algorithm W Step by Step" is nobody's.
  const isStep = /\b(\p{L}+)\s+by\s+\1\b/iu.test(words)
  const by =
    (isStep ? null : /^(.{3,}?)[\s,]+by\s+(\p{Lu}.{2,60})$/u.exec(words)) ??
    /^(.{3,}?)\s+~\s+(\p{Lu}[^,]{2,60})(?:,\s*\d{4})?\.?$/u.exec(words) ??
    authorBehind(words)
  const title = cleanTitle((by?.[1] ?? words).replace(/,\s+(?:podcast|video|talk|paper|book|article|pdf|slides)$/i, ''))
  if (title === null || kindOfWords(title) !== 'title') return none
  // "*X* by Ada Example, and this talk: https://…"
  if (/,?\s+and\s+(?:this|that|the|an?|another|his|her)\s/.test(by?.[2] ?? '')) return none
  // "see the lecture series by Somebody": the name is one, the rest is no title.
  if (
    by &&
    (/^(?:see|read|watch|try|listen to|check out)\s+(?:the|this|that|these|his|her|their)\s+[^\p{Lu}]*$/u.test(title) ||
      (!title.includes(' ') && isDeictic(title)))
  )
    return none
  return { title, by: by?.[2]?.replace(/\s*[[(].*$|\s+\|.*$|[\s,;:.(]+$/, '') ?? null }
}

/** `A title of at least three words, First Last`. */
function authorBehind(words: string): RegExpExecArray | null {
  const match = /^((?:[^\s,]+\s+){2,}[^\s,]+),\s+([^,]+)$/u.exec(words)
  return looksLikeName(match?.[2] ?? '') ? match : null
}

/** `- mask r-cnn https://…`, `- Start here: Vector vs list https://…`: an entry that is its name and its address, in small letters too. */
export function wholeEntry(lead: string): NearTitle {
  const behind = withoutLeadIn(/^.*[:：]\s+(?=\S+\s+\S)(.+)$/u.exec(lead)?.[1] ?? lead)
  const words = behind.replace(/[\s:–—>(|=（-]+$/u, '').trim()
  const isSpeech = /\b(?:I|I'm|I've|me|my|we|our|you|your|this|these|here|it|link|see)\b/i.test(words) || /[.!?]\s/.test(words)
  if (words.split(/\s+/).length > 14 || isSpeech || /\sabout$|\be\.g\.?$/.test(words) || isDeictic(words) || kindOfWords(words) !== 'title')
    return none
  return { title: cleanTitle(words), by: null }
}

/** `A Title (Ada Example, RopeConf 2019)`: whose it is, and where and when it was given. */
const givenAt = new RegExp(
  String.raw`^(.{4,200}?)\s+\((${nameSource}(?:\s*(?:,|and|&)\s*${nameSource})*?),\s*[^()]{0,40}\b(?:19|20)\d{2}\)$`,
  'u',
)

/** `https://… - Title`, `https://… Title`. */
export function fromTrail(trail: string): NearTitle {
  // `https://… | [1811.09737] Title`: the number is its address again.
  const line =
    trail
      .replace(/^[\s\])>:|*_–—-]+/u, '')
      .replace(/^\[\d{4}\.\d{4,5}(?:v\d+)?\]\s*/, '')
      .split('\n', 1)[0] ?? ''
  const given = givenAt.exec(line.trim())
  if (given) return { title: cleanTitle(given[1] ?? ''), by: given[2] ?? null }
  const first = line.split(/\s/).length <= 20 && /^\s*\|/.test(trail) ? line : (line.split(/(?<=\p{Ll}{2})[.!?]\s/u, 1)[0] ?? '')
  const inner = /^[([]([^()[\]]{3,150})[)\]]/.exec(first)?.[1] ?? first
  const count = inner.split(/\s+/).length
  const capitals = capitalShare(inner)
  const divided = /^[\s\])>]*[-–—:|]|^\s*\[/.test(trail)
  if (/^(?:at|from|around|start\w*)\s+~?\d/i.test(inner)) return none
  if (/^(?:pdf|epub|html|video|audio|slides)(?:$|[\s,;(]+\d|,)|^\d+\s+(?:pages|pp)\b/i.test(inner)) return none
  if (inner.length < 3 || count > 20 || /\[\d{1,3}\]/.test(inner) || kindOfWords(inner) !== 'title') return none
  if ((!divided && count > 6 && capitals < 0.6) || (isTalk(inner) && capitals < 0.7)) return none
  if (/^~?\d[\d\s:.]*(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)?[\s.)]*$/i.test(inner)) return none
  const quoted = /^[^"“]{0,60}["“]([^"”]{4,200})["”]/u.exec(inner)?.[1]
  if (quoted !== undefined && couldBeTitle(quoted)) return { title: cleanTitle(quoted), by: null }
  if (!/^["“'\p{Lu}\p{N}\p{Lo}]/u.test(inner) && !(divided && (count <= 8 || /^\s*\|/.test(trail)))) return none
  const by = /^(.{3,}?)[\s,]+by\s+(\p{Lu}.{2,60})$/u.exec(inner)
  return { title: cleanTitle(by?.[1] ?? inner), by: by?.[2] ?? null }
}
