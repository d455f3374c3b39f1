// Dailymotion: its open API for everything, its oEmbed for what that does not give.
import { z } from 'zod'
import { text, textOrNumber } from '../json-fields.ts'
import { askOembed } from '../oembed.ts'
import type { Provider, Source } from '../provider.ts'
import { publishedBy } from '../publisher.ts'

const Video = z.object({
  title: text,
  duration: textOrNumber,
  description: text,
  created_time: textOrNumber,
  language: text,
  'owner.screenname': text,
  thumbnail_720_url: text,
})

export const dailymotion: Provider = (link) => {
  const oembed: Source = { main: true, read: (ask) => askOembed(ask, 'https://www.dailymotion.com/services/oembed', link.url) }
  if (link.form === 'playlist') return [oembed]
  const fields = Object.keys(Video.shape).join(',')
  return [
    {
      main: false,
      async read(ask) {
        const video = await ask.json(`https://api.dailymotion.com/video/${link.identity}?fields=${fields}`, Video)
        return {
          title: video.title,
          ...publishedBy(video['owner.screenname']),
          recordedOn: video.created_time,
          duration: video.duration,
          description: video.description,
          lang: video.language,
          thumbnailUrl: video.thumbnail_720_url,
        }
      },
    },
    oembed,
  ]
}
