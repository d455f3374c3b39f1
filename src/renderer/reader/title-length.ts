// How large a title can be written: some pages put a whole paragraph into theirs. Pure.

/** Letters. Beyond the first a title is set smaller; beyond the second its beginning is shown, and the rest on request. */
const long = 160
const endless = 320

export type TitleLength = 'short' | 'long' | 'endless'

export function titleLength(title: string): TitleLength {
  return title.length <= long ? 'short' : title.length <= endless ? 'long' : 'endless'
}
