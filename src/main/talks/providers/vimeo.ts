// Vimeo: its oEmbed says nearly everything, also of unlisted videos when the address carries their hash.
import { askOembed } from '../oembed.ts'
import type { Provider } from '../provider.ts'

export const vimeo: Provider = (link) => [{ main: true, read: (ask) => askOembed(ask, 'https://vimeo.com/api/oembed.json', link.url) }]
