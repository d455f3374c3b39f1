// Which links of an article lead to something that is in the library: a dot behind each, and the way to the copy.
import { useEffect, useMemo } from 'react'
import type { ItemSummary } from '../../../shared/item.ts'
import { useAskAgain, useCall, useClient } from '../../client/use-call.ts'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { decideLink } from '../link-decision.ts'

/** As many as one call takes; an article with more links than that is a list of links. */
const maxLinks = 5_000
/** While many items change at once it is asked again at most this often. */
const askAgainEveryMs = 1_000

/** The items by the address of the link, as `decideLink` gives it. */
export type SavedLinks = ReadonlyMap<string, ItemSummary>

export function useSavedLinks(shown: ShownArticle, pageUrl: string | null, self: ItemSummary['id']): SavedLinks {
  const client = useClient()
  const askAgain = useAskAgain()
  const links = useMemo(() => outwardLinks(shown, pageUrl), [shown, pageUrl])
  const urls = useMemo(() => [...new Set(links.map(({ url }) => url))].slice(0, maxLinks), [links])
  const { data } = useCall('item.known', { urls }, { enabled: urls.length > 0, keep: true })

  // biome-ignore lint/correctness/useExhaustiveDependencies: askAgain is new at every render and means the same
  useEffect(() => {
    if (urls.length === 0) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined
        askAgain('item.known')
      }, askAgainEveryMs)
    }
    const stop = [client.listen('item.changed', (item) => item.id !== self && again()), client.listen('item.removed', again)]
    return () => {
      clearTimeout(waiting)
      for (const end of stop) end()
    }
  }, [client, urls, self])

  const saved = useMemo(() => {
    // In the trash it is on its way out; nobody would call it saved.
    return new Map(data?.known.filter(({ item }) => item.id !== self && item.place !== 'trash').map(({ url, item }) => [url, item]))
  }, [data, self])
  // Attributes, which change no text: the dot is article-figures.css's.
  useEffect(() => {
    for (const { link, url } of links) {
      const item = saved.get(url)
      link.toggleAttribute('data-saved', item !== undefined)
      if (item === undefined) link.removeAttribute('aria-description')
      else link.setAttribute('aria-description', 'Saved in the library')
    }
  }, [links, saved])
  return saved
}

function outwardLinks(shown: ShownArticle, pageUrl: string | null): readonly { readonly link: Element; readonly url: string }[] {
  return [...shown.article.querySelectorAll('a[href]')].flatMap((link) => {
    const decision = decideLink(link.getAttribute('href'), shown.document.URL, pageUrl)
    return decision.go === 'outside' ? [{ link, url: decision.url }] : []
  })
}
