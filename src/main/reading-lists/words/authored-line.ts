// A line that says whose work it names, `A Title by Somebody`, and the words that name nobody's.
import { nameSource } from './names-in-words.ts'

/** `Title by Somebody`, `"Title" by Somebody and Somebody Else`, and nothing besides. */
export const authoredLine = new RegExp(
  String.raw`^["“*]?(\p{Lu}.{2,120}?)["”*]?,?\s+by\s+(?:the late\s+)?(${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*)\.?$`,
  'u',
)

/** `Anything by Somebody` names nobody's work. */
export const anything =
  /^(?:anything|everything|something|any|most|some|all|books?|talks?|videos?|papers?|posts?|articles?|works?|stuff|championed|reviewed|maintained|created|built|made|sponsored|reported|fixed|contributed|suggested|posted|photos?)$/i
