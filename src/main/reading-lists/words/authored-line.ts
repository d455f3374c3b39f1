// A line that says whose work it names, `A Title by Somebody`, and the words that name nobody's.
import { nameSource } from './names-in-words.ts'

/** `Title by Somebody`, `"Title" by Somebody and Somebody Else`, and nothing besides. */
export const authoredLine = new RegExp(
  String.raw`^["“*]?(\p{Lu}.{2,120}?)["”*]?,?\s+by\s+(?:the late\s+)?(${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*)\.?$`,
  'u',
)

const anything =
  /^(?:anything|everything|something|any|most|some|all|books?|talks?|videos?|papers?|posts?|articles?|works?|stuff|more|new)$/i
/** `Photo by Somebody`, `Illustrated by Somebody`. */
const credits =
  /(?:^|\s|\p{Ll}(?=\p{Lu}))(?:photo(?:graph)?s?|illustrations?|images?|powered|presented|produced|written|edited|illustrated|photographed|posted|published|provided|sponsored|moderated|hosted|championed|reviewed|maintained|created|built|made|reported|fixed|contributed|suggested)$/iu
/** `Monday August 8, 2022 3:59 am by Somebody`: when it was written. */
const date =
  /^(?:(?:published|updated|posted|last updated|date)\s*:?\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}-\d{2})/i

/** True for words that name nobody's work, though "by Somebody" stands behind them. */
export function namesNoWork(title: string): boolean {
  return anything.test(title) || credits.test(title) || date.test(title)
}
