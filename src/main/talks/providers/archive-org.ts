// archive.org: the metadata of an item, which also tells whether it is a recording at all. https://archive.org/developers/md-read.html
import { z } from 'zod'
import { Failure } from '../../../shared/failure.ts'
import type { ItemKind } from '../../../shared/item.ts'
import { readDuration } from '../duration.ts'
import { listOf, text, textOrNumber, texts } from '../json-fields.ts'
import type { Provider } from '../provider.ts'

const Item = z.object({
  metadata: z
    .object({
      mediatype: text,
      title: texts,
      creator: texts,
      date: text,
      year: textOrNumber,
      description: texts,
      language: texts,
      licenseurl: text,
      runtime: text,
    })
    .nullish()
    .catch(null),
  files: listOf(z.object({ name: z.string(), length: textOrNumber })),
})

const kinds: Readonly<Record<string, ItemKind>> = { movies: 'talk', audio: 'talk', etree: 'talk', texts: 'book' }

export const archiveOrg: Provider = (link) => [
  {
    main: true,
    async read(ask) {
      const { metadata, files } = await ask.json(`https://archive.org/metadata/${encodeURIComponent(link.identity)}`, Item)
      // An item that never was, or was taken down, is an empty object with status 200.
      if (!metadata) throw new Failure('page.gone', { host: 'archive.org' })
      return {
        title: metadata.title[0],
        speakers: metadata.creator,
        recordedOn: metadata.date ?? metadata.year,
        duration: longest(files) ?? metadata.runtime,
        description: metadata.description.join('\n\n'),
        lang: metadata.language[0],
        licence: metadata.licenseurl,
        thumbnailUrl: `https://archive.org/services/img/${encodeURIComponent(link.identity)}`,
        kind: kinds[metadata.mediatype ?? ''] ?? 'other',
      }
    },
  },
]

/** The same recording lies there in several formats; previews and samples are shorter. */
function longest(files: z.output<typeof Item>['files']): number | null {
  const lengths = files.flatMap((file) =>
    /\.(?:mp4|webm|ogv|mpe?g|avi|mov|m4v|mkv|mp3|ogg|flac|wav|m4a)$/i.test(file.name) ? (readDuration(file.length) ?? []) : [],
  )
  return lengths.length > 0 ? Math.max(...lengths) : null
}
