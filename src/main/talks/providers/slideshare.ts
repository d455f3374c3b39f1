// SlideShare: oEmbed.
import { askOembed } from '../oembed.ts'
import type { Provider } from '../provider.ts'

export const slideshare: Provider = (link) => [
  { main: true, read: (ask) => askOembed(ask, 'https://www.slideshare.net/api/oembed/2', link.url) },
]
