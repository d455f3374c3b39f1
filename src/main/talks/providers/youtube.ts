// YouTube: oEmbed for what is sure, the watch page for what it also tells while it does (length, date, words; unstable, so silent).
import { z } from 'zod'
import type { Details } from '../details.ts'
import { text, textOrNumber } from '../json-fields.ts'
import { askOembed } from '../oembed.ts'
import { jsonAfter, pageFacts } from '../page-facts.ts'
import type { Provider } from '../provider.ts'
import { publishedBy } from '../publisher.ts'

const Player = z.object({
  videoDetails: z.object({ title: text, lengthSeconds: textOrNumber, author: text, shortDescription: text }),
  microformat: z
    .object({ playerMicroformatRenderer: z.object({ publishDate: text, uploadDate: text }) })
    .nullish()
    .catch(null),
})

export const youtube: Provider = (link) => {
  const page = `https://www.youtube.com/${link.form === 'playlist' ? 'playlist?list=' : 'watch?v='}${link.identity}`
  const oembed = { main: true, read: askFor(page) }
  if (link.form === 'playlist') return [oembed]
  return [oembed, { main: false, read: async (ask) => watchPage((await ask.page(page)).html) }]
}

function askFor(page: string): ReturnType<Provider>[number]['read'] {
  return (ask) => askOembed(ask, 'https://www.youtube.com/oembed', page)
}

function watchPage(html: string): Details {
  const player = Player.safeParse(jsonAfter(html, /\bytInitialPlayerResponse\s*=\s*\{/))
  // Without the player's answer this is a consent wall or a robot check, and its tags speak of YouTube, not of the talk.
  if (!player.success) return html.includes('VideoObject') ? pageFacts(html) : {}
  const { videoDetails, microformat } = player.data
  const dates = microformat?.playerMicroformatRenderer
  return {
    title: videoDetails.title,
    ...publishedBy(videoDetails.author),
    duration: videoDetails.lengthSeconds,
    recordedOn: dates?.publishDate ?? dates?.uploadDate,
    description: videoDetails.shortDescription,
  }
}
