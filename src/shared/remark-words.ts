// A sentence for every remark: what is missing of an item, and why.
import type { FailureCode } from './failure.ts'
import { wordsFor } from './failure-words.ts'
import type { Remark } from './item.ts'

const things: Record<Remark['about'], readonly [one: string, many: string]> = {
  image: ['picture', 'pictures'],
  embed: ['embedded player', 'embedded players'],
  'talk-details': ['detail of the talk', 'details of the talk'],
  thumbnail: ['thumbnail', 'thumbnails'],
  page: ['page', 'pages'],
  copy: ['copy', 'copies'],
  document: ['document', 'documents'],
  length: ['length', 'lengths'],
  code: ['code block', 'code blocks'],
  table: ['table', 'tables'],
  heading: ['heading', 'headings'],
  formula: ['formula', 'formulas'],
  footnote: ['footnote', 'footnotes'],
  transcript: ['transcript', 'transcripts'],
  recording: ['recording', 'recordings'],
}

/** One sentence for a remark. */
export function remarkWords(remark: Remark): string {
  const count = remark.count ?? 1
  const [one, many] = things[remark.about]
  const amount = count === 1 ? `One ${one}` : `${count} ${many}`
  const is = count === 1 ? 'is' : 'are'
  switch (remark.what) {
    case 'missing':
    case 'part-lost':
      if (remark.about === 'page') return 'Most of the page’s text is missing from the copy.'
      return `${amount} of the page ${is} missing from the copy.`
    case 'kept-as-link':
      return `${amount} ${is} kept as a link.`
    case 'not-had':
      return remark.about === 'talk-details'
        ? 'The details of the talk could not be had; they are tried again later.'
        : `${amount} could not be had.`
    case 'kept-earlier':
      return 'The page is poorer now than before; the earlier copy is shown.'
    case 'is-index':
      return 'This is a page of links, kept as it is.'
    case 'soft-404':
      return 'The page says of itself that it is gone.'
    case 'cut-short':
      return 'The copy ends where a limit was reached.'
    case 'text-not-had':
      return 'The document is kept; its text could not be read for searching.'
    case 'charset-guessed':
      return 'The page does not name its character set; it was guessed.'
    case 'from-file':
      return 'This copy was made from a file you gave.'
    case 'from-archive':
      return 'This copy comes from the web archive.'
    case 'old-tool':
      return 'The installed yt-dlp is older than July 2026; newer ones mend faults of safety. Update it.'
    case 'preview-only':
      return 'Only the beginning is here: the rest is behind a login or a subscription.'
    default:
      return failedRemark(remark.about, remark.what, `${amount} ${is}`)
  }
}

/** A failure's code as a remark: what failed is a thing of the page, so “the page is gone” would say too much. */
function failedRemark(about: Remark['about'], code: FailureCode, things: string): string {
  const says = wordsFor({ code, facts: {} }).says
  if (about === 'talk-details') return `The details of the talk could not be had: ${lower(says)}`
  if (about !== 'image' && about !== 'thumbnail') return says
  return `${things} missing: ${pictureWords[code] ?? lower(says)}`
}

const pictureWords: { readonly [Code in FailureCode]?: string } = {
  'page.gone': 'the server answered “not found”.',
  'page.refused': 'the server refused to give it.',
  'page.login': 'the server gives it only to those who are signed in.',
  'page.garbled': 'the server’s answer broke off.',
  'page.not-html': 'what the server sent is no picture.',
  'image.too-large': 'more or larger than the limits for one page allow.',
  'link.private': 'its address leads into your own machine or network.',
  'link.invalid': 'its address makes no sense.',
  'link.unsupported': 'its address is of a kind Carrel does not fetch.',
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
