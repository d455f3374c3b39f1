// Asks for everything the palette chooses from. Searching asks twice at every letter, titles and text, both the newest first, so that
// neither waits for ranks; a newer question goes before an older one in the index itself.
import { ListFilter } from 'lucide-react'
import { useCall } from '../client/use-call.ts'
import type { Command, Place } from './commands.ts'
import type { Asked, Choices } from './palette-lines.ts'

type Given = { readonly commands: readonly Command[]; readonly places: readonly Place[] }

/** `Choices.late` until the answers to these very words are here. */
export function useChoices({ about, words }: Asked, { commands, places }: Given): Choices {
  const asks = about === 'all' && words !== ''
  const search = { enabled: asks, keep: true }
  const titled = useCall('search.find', { words, limit: 40, order: 'newest', in: 'titles' }, search)
  const found = useCall('search.find', { words, limit: 8, order: 'newest' }, search)
  const passages = useCall('highlight.list', { words, limit: 2, order: 'newest', letters: 1_000 }, search)
  const recent = useCall('item.list', { sort: 'opened', limit: 30 }, { fresh: true })
  const tags = useCall('tag.list', {})
  const series = useCall('series.list', {})
  return {
    recent: recent.data?.items.filter(({ place }) => place !== 'trash') ?? [],
    titled: asks ? (titled.data?.hits.map(({ item }) => item) ?? []) : [],
    hits: asks ? (found.data?.hits ?? []) : [],
    passages: asks ? (passages.data?.entries ?? []) : [],
    tags: tags.data?.tags ?? [],
    series: series.data?.series ?? [],
    places,
    commands,
    searchIcon: ListFilter,
    late: asks && [titled, found, passages].some((answer) => answer.isPlaceholderData || answer.isPending),
  }
}
