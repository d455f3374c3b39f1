// The route as React state, and the ways to another one. The address bar is the only truth, so back and forward need no help.
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { hashOf, isAstray, type Route, readRoute } from './routes.ts'

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
  const route = useMemo(() => readRoute(hash), [hash])
  useEffect(() => {
    if (isAstray(hash)) goTo(route, { replace: true })
  }, [hash, route])
  return route
}

/**
 * Goes to a route. `replace`: without a step in the history, as while typing. `atOnce`: the screen is there before the next key is
 * pressed; a browser tells of another hash only a moment later.
 */
export function goTo(
  route: Route,
  { replace = false, atOnce = false }: { readonly replace?: boolean; readonly atOnce?: boolean } = {},
): void {
  const hash = hashOf(route)
  if (hash === location.hash) return
  if (replace) history.replaceState(null, '', hash)
  else if (atOnce) history.pushState(null, '', hash)
  else location.hash = hash
  if (replace || atOnce) dispatchEvent(new PopStateEvent('popstate'))
}
