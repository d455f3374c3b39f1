// Speaker Deck: oEmbed.
import { askOembed } from '../oembed.ts'
import type { Provider } from '../provider.ts'

export const speakerdeck: Provider = (link) => [
  { main: true, read: (ask) => askOembed(ask, 'https://speakerdeck.com/oembed.json', link.url) },
]
