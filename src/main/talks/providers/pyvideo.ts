// pyvideo: the data its pages are built from, one public JSON file per talk; the page for what is not found there.
import { z } from 'zod'
import { Failure } from '../../../shared/failure.ts'
import type { Details } from '../details.ts'
import { text, textOrNumber, texts } from '../json-fields.ts'
import { pageFacts } from '../page-facts.ts'
import type { Provider } from '../provider.ts'

const Video = z.object({
  title: text,
  speakers: texts,
  recorded: text,
  duration: textOrNumber,
  description: text,
  summary: text,
  language: text,
  copyright_text: text,
  thumbnail_url: text,
})
const Category = z.object({ title: z.string() })

export const pyvideo: Provider = (link) => {
  const [event = '', slug = ''] = link.identity.split('/').map(encodeURIComponent)
  const folder = `https://raw.githubusercontent.com/pyvideo/data/HEAD/${event}`
  return [
    {
      main: true,
      async read(ask): Promise<Details> {
        try {
          const video = await ask.json(`${folder}/videos/${slug}.json`, Video)
          return {
            title: video.title,
            speakers: video.speakers,
            recordedOn: video.recorded,
            duration: video.duration,
            description: video.description || video.summary,
            lang: video.language,
            licence: video.copyright_text,
            thumbnailUrl: video.thumbnail_url,
          }
        } catch (error) {
          if (!(error instanceof Failure) || error.code !== 'page.gone') throw error
          const { title, ...facts } = pageFacts((await ask.page(link.url)).html)
          return { ...facts, title: title?.replace(/^PyVideo\.org\s*[·|-]\s*/, '') }
        }
      },
    },
    { main: false, read: async (ask) => ({ event: (await ask.json(`${folder}/category.json`, Category)).title }) },
  ]
}
