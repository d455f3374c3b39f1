// A page with a player in it: the oEmbed address it gives itself, and the provider its player comes from. The page's own words are in its
// draft, which describe-talk.ts joins.
import { talkLink } from '../../../shared/address/talk-link.ts'
import type { Draft } from '../../../shared/journey.ts'
import type { TalkLink } from '../../../shared/talk.ts'
import { readOembed } from '../oembed.ts'
import { pageFacts } from '../page-facts.ts'
import type { Source } from '../provider.ts'

/**
 * The discovery link is an address chosen by the page, so it is asked like any other: over https, through the network's guard, bounded in
 * size and time. `sourcesOf` answers another provider's sources for a player found in the page.
 */
export function embedded(link: TalkLink, page: Draft | null, sourcesOf: (inner: TalkLink) => readonly Source[]): readonly Source[] {
  if (!page) return [{ main: true, read: async (ask) => pageFacts((await ask.page(link.url)).html) }]
  const discovery = page.oembedUrl
  const own: readonly Source[] = discovery ? [{ main: true, read: (ask) => readOembed(ask, discovery) }] : []
  const player = onlyPlayer(page)
  return player ? [...own, ...sourcesOf(player)] : own
}

/** The one recording the page shows; of several none is known to be the talk. */
function onlyPlayer(page: Draft): TalkLink | null {
  const players = new Map<string, TalkLink>()
  for (const { url } of page.embeds) {
    const found = talkLink(url)
    if (found && found.provider !== 'embedded') players.set(`${found.provider} ${found.identity}`, found)
  }
  const [first] = players.values()
  return players.size === 1 && first ? first : null
}
