// InfoQ: no oEmbed; the page says what there is.
import { pageFacts } from '../page-facts.ts'
import type { Provider } from '../provider.ts'

export const infoq: Provider = (link, page) => {
  if (page?.talk?.title) return []
  return [
    {
      main: true,
      async read(ask) {
        const facts = pageFacts((await ask.page(link.url)).html)
        return { ...facts, title: facts.title?.replace(/\s*[-|–]\s*InfoQ\s*$/, ''), event: facts.event ?? 'InfoQ' }
      },
    },
  ]
}
