// What can be done with a link to a page that is not in the library: see where it leads, open it in the browser, save it, copy its address.
// A letter box can only be copied; where a link of a saved file led is not known.
import { BookmarkPlus, Check, Copy, ExternalLink } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isSavedFileAddress } from '../../../shared/address/saved-file-address.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ItemId } from '../../../shared/item.ts'
import { copyText } from '../../client/copy-text.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { useClient } from '../../client/use-call.ts'
import { Icon } from '../../design/icon.tsx'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { addressWords, mailAddress } from './address-words.ts'
import { boxOf } from './frame-boxes.ts'

type Props = {
  readonly shown: ShownArticle
  readonly link: HTMLElement
  readonly url: string
  /** The item in whose page it stands. */
  readonly itemId: ItemId
  readonly seen: () => { readonly top: number; readonly height: number }
  readonly actions: ItemActions
  readonly onClose: () => void
}

const gapPx = 6

export function LinkPopover({ shown, link, url, itemId, seen, actions, onClose }: Props) {
  const client = useClient()
  const element = useRef<HTMLDivElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const [done, setDone] = useState<'copied' | 'not-copied' | 'saved' | null>(null)
  const { host, rest, user } = addressWords(url)
  const leads = url.startsWith('mailto:') ? 'to-mail' : isSavedFileAddress(url) ? 'nobody-knows' : 'to-page'

  useLayoutEffect(() => {
    const popover = element.current
    if (popover === null) return
    const place = () => {
      // Of a link over two lines, the line it begins on.
      const lines = link.getClientRects()
      const at = lines[0] ?? link.getBoundingClientRect()
      const bottom = lines[lines.length - 1]?.bottom ?? at.bottom
      const { width, height } = popover.getBoundingClientRect()
      const { top, height: tall } = seen()
      const fits = bottom + gapPx + height <= top + tall || at.top - gapPx - height < top
      const { left, width: room } = boxOf(shown, shown.document.documentElement)
      popover.style.left = `${Math.max(left + 8, Math.min(at.left + left, left + room - width - 8))}px`
      popover.style.top = `${shown.frame.offsetTop + (fits ? bottom + gapPx : at.top - gapPx - height)}px`
    }
    place()
    const watcher = new ResizeObserver(place)
    watcher.observe(shown.article)
    const focused = first.current ?? popover
    focused.focus({ preventScroll: true })
    return () => watcher.disconnect()
  }, [shown, link, seen])
  useEffect(() => {
    const away = (event: Event) => {
      const target = event.target
      if (target instanceof Node && element.current?.contains(target)) return
      onClose()
    }
    document.addEventListener('pointerdown', away)
    shown.document.addEventListener('pointerdown', away)
    return () => {
      document.removeEventListener('pointerdown', away)
      shown.document.removeEventListener('pointerdown', away)
    }
  }, [shown, onClose])

  const open = () => {
    actions.openOutside(url)
    onClose()
  }
  const save = () =>
    actions.attempt(async () => {
      // Chosen by the reader, but written by the page: of private addresses it may name its own host alone, and only when that was typed.
      const { results } = await client.call('item.save', { links: [url], from: itemId })
      const [result] = results
      if (result?.ok === false) throw new Failure(result.failure.code, result.failure.facts)
      setDone('saved')
    })
  const copy = () =>
    actions.attempt(async () => {
      setDone((await copyText(leads === 'to-mail' ? mailAddress(url) : url)) ? 'copied' : 'not-copied')
    })
  return (
    <div
      ref={element}
      className="pop link-pop"
      role="dialog"
      aria-label="Link"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onClose()
      }}
    >
      <p className="address" dir="ltr">
        <b>{host}</b>
        <span>{rest}</span>
      </p>
      {user === null ? null : (
        <p className="about">It carries the user name “{user}”, which is no part of the place. Saving leaves it out.</p>
      )}
      {leads !== 'nobody-knows' ? null : <p className="about">The page was saved as a file, and the file does not say where this leads.</p>}
      {leads === 'nobody-knows' ? null : (
        <div className="do">
          {leads !== 'to-page' ? null : (
            <>
              <button ref={first} type="button" className="btn sm primary" onClick={open}>
                <Icon of={ExternalLink} small />
                Open in the browser <kbd>↵</kbd>
              </button>
              <button type="button" className="btn sm" disabled={done === 'saved'} onClick={save}>
                <Icon of={done === 'saved' ? Check : BookmarkPlus} small />
                {done === 'saved' ? 'Saved' : 'Save it'}
              </button>
            </>
          )}
          <button
            ref={leads === 'to-mail' ? first : null}
            type="button"
            className={leads === 'to-mail' ? 'btn sm primary' : 'btn sm'}
            onClick={copy}
          >
            <Icon of={done === 'copied' ? Check : Copy} small />
            {done === 'copied' ? 'Copied' : done === 'not-copied' ? 'The system does not let us' : 'Copy address'}
          </button>
        </div>
      )}
      <p className="sr" role="status">
        {done === 'saved' ? 'Saved. It is being fetched.' : done === 'copied' ? 'Address copied' : ''}
      </p>
    </div>
  )
}
