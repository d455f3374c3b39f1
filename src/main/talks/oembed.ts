// oEmbed, the one question most services answer alike. https://oembed.com
import { z } from 'zod'
import type { Ask } from './ask.ts'
import type { Details } from './details.ts'
import { text, textOrNumber } from './json-fields.ts'
import { publishedBy } from './publisher.ts'

const Answer = z.object({
  title: text,
  author_name: text,
  thumbnail_url: text,
  // Beyond the standard: Vimeo says all four, others some.
  duration: textOrNumber,
  upload_date: text,
  description: text,
})

/** Asks an oEmbed endpoint about a page. */
export async function askOembed(ask: Ask, endpoint: string, page: string): Promise<Details> {
  const url = new URL(endpoint)
  url.searchParams.set('url', page)
  url.searchParams.set('format', 'json')
  return readOembed(ask, url.href)
}

/** Asks the whole oEmbed address that a page gives itself (its discovery link). */
export async function readOembed(ask: Ask, address: string): Promise<Details> {
  const said = await ask.json(address, Answer)
  return {
    title: said.title,
    ...publishedBy(said.author_name),
    thumbnailUrl: said.thumbnail_url,
    duration: said.duration,
    recordedOn: said.upload_date,
    description: said.description,
  }
}
