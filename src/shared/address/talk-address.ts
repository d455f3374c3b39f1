// What every site's reader of talk addresses is given, and what it answers.

import type { TalkLink } from '../talk.ts'
import { decoded } from './decoded.ts'

export type TalkAddress = {
  readonly url: URL
  /** Lower case, with its `www.` as written. */
  readonly host: string
  /** The parts of the path that are not empty, decoded where they can be. */
  readonly segments: readonly string[]
}

/** A talk link still without its times, which are read alike on every site. */
export type TalkFound = Omit<TalkLink, 'startSeconds' | 'endSeconds'>

/** Splits an address for the sites' readers. */
export function talkAddress(url: URL): TalkAddress {
  return {
    url,
    host: url.hostname,
    segments: url.pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decoded),
  }
}
