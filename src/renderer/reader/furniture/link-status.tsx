// A quiet line at the window's lower edge: where the link under the pointer or the focus leads.
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { decideLink } from '../link-decision.ts'
import { addressWords } from './address-words.ts'
import type { SavedLinks } from './saved-links.ts'

type Props = { readonly shown: ShownArticle; readonly pageUrl: string | null; readonly saved: SavedLinks }

export function LinkStatus({ shown, pageUrl, saved }: Props) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const look = (event: Event) => {
      const target = event.target
      const link =
        target !== null && 'closest' in target && typeof target.closest === 'function'
          ? (target.closest('a[href]') as Element | null)
          : null
      const decision = decideLink(link?.getAttribute('href') ?? null, shown.document.URL, pageUrl)
      setUrl(decision.go === 'outside' || decision.go === 'mail' ? decision.url : null)
    }
    const gone = () => setUrl(null)
    shown.document.addEventListener('pointerover', look)
    shown.document.addEventListener('focusin', look)
    shown.document.addEventListener('focusout', gone)
    shown.document.documentElement.addEventListener('pointerleave', gone)
    return () => {
      shown.document.removeEventListener('pointerover', look)
      shown.document.removeEventListener('focusin', look)
      shown.document.removeEventListener('focusout', gone)
      shown.document.documentElement.removeEventListener('pointerleave', gone)
    }
  }, [shown, pageUrl])
  if (url === null) return null
  const { host, rest, user } = addressWords(url)
  const item = saved.get(url)
  // Hidden from screen readers: they say the link themselves, and that it is saved.
  return createPortal(
    <p className="link-status" aria-hidden="true">
      {item === undefined ? null : <span className="here">Saved here:</span>}
      {item === undefined ? (
        <>
          {user === null ? null : `${user} @ `}
          <b>{host}</b>
          {rest}
        </>
      ) : (
        item.title
      )}
    </p>,
    document.body,
  )
}
