// The route as React state, and the ways to another one. The address bar is the only truth, so back and forward need no help.
import { useMemo, useSyncExternalStore } from 'react'
import { hashOf, type Route, readRoute } from './routes.ts'

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed)
      addEventListener('popstate', changed)
      return () => {
        removeEventListener('hashchange', changed)
        removeEventListener('popstate', changed)
      }
    },
    () => location.hash,
  )
  return useMemo(() => readRoute(hash), [hash])
}

/** Goes to a route. `replace`: without a step in the history, as while typing. */
export function goTo(route: Route, options: { readonly replace?: boolean } = {}): void {
  const hash = hashOf(route)
  if (hash === location.hash) return
  if (!options.replace) {
    location.hash = hash
    return
  }
  history.replaceState(null, '', hash)
  dispatchEvent(new PopStateEvent('popstate'))
}
