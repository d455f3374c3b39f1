// What the screen of a talk needs beside the item: its transcripts, its marks, and where it can be played.
import { openAt } from '../../../shared/address/open-at.ts'
import { talkLink } from '../../../shared/address/talk-link.ts'
import { talkPlayer } from '../../../shared/address/talk-player.ts'
import type { Transcript } from '../../../shared/calls/talk-calls.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { Talk, TalkLink } from '../../../shared/talk.ts'
import type { TranscriptFacts } from '../../../shared/transcript.ts'
import type { Cache, ItemRecord, StoredCopy } from '../../cache/cache.ts'
import { summaryOf } from '../reading/open-item.ts'
import { materialsOf } from '../saving/materials-of.ts'

/** Throws item.unknown. */
export async function talkOf(id: ItemId, cache: Cache): Promise<OutputOf<'talk.get'>> {
  const materials = await materialsOf(cache.items.get(id), cache)
  return {
    transcripts: cache.copies.transcripts(id).map(({ copy, facts }) => transcriptOf(copy, facts)),
    marks: [...cache.marks.ofItem(id)],
    materials: [...materials],
  }
}

/** A transcript as it crosses a door. */
export function transcriptOf(copy: StoredCopy, facts: TranscriptFacts): Transcript {
  return { copy: summaryOf(copy), facts }
}

/** Where a talk can be played from a moment on, each with the host that would be contacted. Contacts nobody. Throws item.unknown. */
export function playersOf({ item, originalLink, talk }: ItemRecord, seconds: number): OutputOf<'talk.player'> {
  const link = talkLink(item.url) ?? talkLink(originalLink) ?? shownOn(talk, item.url)
  const provider = link?.provider ?? talk?.provider
  const page = provider ? openAt(item.url, provider, seconds) : null
  return { player: addressOf(link && talkPlayer(link, seconds)), page: addressOf(page ?? (item.url === '' ? null : item.url)) }
}

/** The recording a page shows, where its identity alone leads to its player. */
function shownOn(talk: Talk | null, url: string): TalkLink | null {
  if (talk === null || !['youtube', 'vimeo', 'dailymotion'].includes(talk.provider)) return null
  const { provider, identity } = talk
  return { provider, identity, form: 'video', url, startSeconds: null, endSeconds: null, playlist: null }
}

function addressOf(url: string | null): { readonly url: string; readonly host: string } | null {
  return url === null || !URL.canParse(url) ? null : { url, host: new URL(url).host }
}
