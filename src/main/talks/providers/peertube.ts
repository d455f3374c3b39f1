// PeerTube: the open API of the instance itself. https://docs.joinpeertube.org/api-rest-reference.html
import { z } from 'zod'
import { listOf, named, text, textOrNumber } from '../json-fields.ts'
import type { Provider } from '../provider.ts'
import { publishedBy } from '../publisher.ts'

const Video = z.object({
  name: text,
  description: text,
  duration: textOrNumber,
  originallyPublishedAt: text,
  publishedAt: text,
  language: z.object({ id: text }).nullish().catch(null),
  licence: named('label'),
  account: named('displayName'),
  previewPath: text,
  thumbnailPath: text,
  // From 8.1 in place of the two paths.
  thumbnails: listOf(z.object({ fileUrl: z.string() })),
})
const Chapters = z.object({ chapters: listOf(z.object({ title: z.string(), timecode: z.number() })) })
const Playlist = z.object({ displayName: text, description: text, ownerAccount: named('displayName'), thumbnailPath: text })

export const peertube: Provider = (link) => {
  const instance = new URL(link.url)
  if (link.form === 'playlist') {
    return [
      {
        main: true,
        async read(ask) {
          const origin = ask.origin(instance)
          const list = await ask.json(`${origin}/api/v1/video-playlists/${link.identity}`, Playlist)
          return {
            title: list.displayName,
            description: list.description,
            ...publishedBy(list.ownerAccount),
            thumbnailUrl: absolute(list.thumbnailPath, origin),
          }
        },
      },
    ]
  }
  return [
    {
      main: true,
      async read(ask) {
        const origin = ask.origin(instance)
        const video = await ask.json(`${origin}/api/v1/videos/${link.identity}`, Video)
        return {
          title: video.name,
          description: video.description,
          duration: video.duration,
          recordedOn: video.originallyPublishedAt ?? video.publishedAt,
          lang: video.language?.id,
          licence: video.licence,
          ...publishedBy(video.account),
          thumbnailUrl: absolute(video.previewPath ?? video.thumbnailPath ?? video.thumbnails.at(-1)?.fileUrl, origin),
        }
      },
    },
    {
      main: false,
      async read(ask) {
        const { chapters } = await ask.json(`${ask.origin(instance)}/api/v1/videos/${link.identity}/chapters`, Chapters)
        return { chapters: chapters.map(({ title, timecode }) => ({ title, start: timecode })) }
      },
    },
  ]
}

function absolute(path: string | null | undefined, origin: string): string | null {
  return path && URL.canParse(path, origin) ? new URL(path, origin).href : null
}
