// TED: oEmbed, and the page's own data for length, date and event.
import { z } from 'zod'
import { listOf, text, textOrNumber } from '../json-fields.ts'
import { askOembed } from '../oembed.ts'
import { jsonAfter, pageFacts } from '../page-facts.ts'
import type { Provider } from '../provider.ts'

const PageData = z.object({
  props: z.object({
    pageProps: z.object({
      videoData: z.object({
        title: text,
        presenterDisplayName: text,
        duration: textOrNumber,
        recordedOn: text,
        publishedAt: text,
        description: text,
        videoContext: text,
        primaryImageSet: listOf(z.object({ url: z.string() })),
      }),
    }),
  }),
})

export const ted: Provider = (link) => [
  {
    main: false,
    async read(ask) {
      const { html } = await ask.page(link.url)
      const data = PageData.safeParse(jsonAfter(html, /\bid="__NEXT_DATA__"[^>]{0,300}>/))
      if (!data.success) return html.includes('VideoObject') ? pageFacts(html) : {}
      const talk = data.data.props.pageProps.videoData
      return {
        title: talk.title,
        speakers: [talk.presenterDisplayName],
        event: talk.videoContext,
        recordedOn: talk.recordedOn ?? talk.publishedAt,
        duration: talk.duration,
        description: talk.description,
        thumbnailUrl: talk.primaryImageSet[0]?.url,
      }
    },
  },
  { main: true, read: (ask) => askOembed(ask, 'https://www.ted.com/services/v1/oembed.json', link.url) },
]
