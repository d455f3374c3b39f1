// The seam behind which every provider of talks lives: a link in, the sources to ask out. describe-talk.ts asks them.
import type { Draft } from '../../shared/journey.ts'
import type { TalkLink } from '../../shared/talk.ts'
import type { Ask } from './ask.ts'
import type { Details } from './details.ts'

/** One place to ask. All sources of a talk are asked at once; what they say is joined in their order. */
export type Source = {
  /** Its failure is worth saying when nothing else knew the talk; a lesser source fails in silence. */
  readonly main: boolean
  read(ask: Ask): Promise<Details>
}

export type Provider = (link: TalkLink, page: Draft | null) => readonly Source[]
