// media.ccc.de: its public API, which takes a talk's slug as well as its guid; the page when the API does not know the slug.
import { z } from 'zod'
import { Failure } from '../../../shared/failure.ts'
import { text, textOrNumber, texts } from '../json-fields.ts'
import { pageFacts } from '../page-facts.ts'
import type { Provider } from '../provider.ts'

const Event = z.object({
  title: text,
  subtitle: text,
  persons: texts,
  date: text,
  release_date: text,
  duration: textOrNumber,
  length: textOrNumber,
  description: text,
  original_language: text,
  conference_title: text,
  poster_url: text,
  thumb_url: text,
})

export const mediaCcc: Provider = (link) => [
  {
    main: true,
    async read(ask) {
      try {
        const event = await ask.json(`https://api.media.ccc.de/public/events/${encodeURIComponent(link.identity)}`, Event)
        return {
          title: event.title && event.subtitle ? `${event.title}: ${event.subtitle}` : event.title,
          speakers: event.persons,
          event: event.conference_title,
          recordedOn: event.date ?? event.release_date,
          duration: event.duration ?? event.length,
          description: event.description,
          lang: event.original_language,
          thumbnailUrl: event.poster_url ?? event.thumb_url,
        }
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'page.gone') throw error
        return pageFacts((await ask.page(link.url)).html)
      }
    },
  },
]
