// What the links of an article do: to a place in it, to a note beside its reference, to a page that is saved, to one that is not.

import { useCallback, useEffect, useState } from 'react'
import { decoded } from '../../../shared/address/decoded.ts'
import { isSavedFileAddress } from '../../../shared/address/saved-file-address.ts'
import { useKeys } from '../../design/use-keys.ts'
import { goTo } from '../../use-route.ts'
import type { FollowLink, PageToolsProps, Seen } from '../page-tools-props.ts'
import { findAnchor } from '../scroll-to-anchor.ts'
import { noteOf } from './footnotes.ts'
import { boxOf } from './frame-boxes.ts'
import { LinkPopover } from './link-popover.tsx'
import { LinkStatus } from './link-status.tsx'
import { NotePopover } from './note-popover.tsx'
import { picturesOf } from './pictures.ts'
import { useSavedLinks } from './saved-links.ts'

type Props = Omit<PageToolsProps, 'height' | 'onArrive'> & { readonly seen: Seen }

type Open =
  | { readonly what: 'note'; readonly link: HTMLElement; readonly note: Element }
  | { readonly what: 'link'; readonly link: HTMLElement; readonly url: string }

export function LinkTools({ item, copy, shown, seen, actions, leaf, followLink, onGo }: Props) {
  const saved = useSavedLinks(shown, copy.finalUrl, item.id)
  const [open, setOpen] = useState<Open | null>(null)
  /** Where the reader was before they went to a note. */
  const [way, setWay] = useState<{ readonly back: HTMLElement; readonly note: Element } | null>(null)

  const focus = useCallback(
    (link: HTMLElement) => {
      shown.frame.contentWindow?.focus()
      link.focus({ preventScroll: true })
    },
    [shown],
  )
  const close = useCallback(() => {
    if (open !== null) focus(open.link)
    setOpen(null)
  }, [open, focus])

  const follow: FollowLink = (decision, { link, target, elsewhere }) => {
    setWay(null)
    setOpen(null)
    if (decision.go === 'anchor') {
      if (decision.id === '' || decision.id === 'top') leaf.current?.scrollTo(0, 0)
      const place = findAnchor(shown.document, decision.id)
      if (place === null) return decision.id === '' || decision.id === 'top' ? undefined : actions.say('This place is not in the copy')
      const note = elsewhere ? null : noteOf(link, place)
      if (note === null) onGo(place)
      else if (open?.what !== 'note' || open.link !== link) setOpen({ what: 'note', link, note })
    }
    // A button of a form names no place, and nobody expects one.
    if (decision.go === 'nowhere')
      return link.hasAttribute('href') ? actions.say('This link leads nowhere outside its own page') : undefined
    if (decision.go === 'anchor') return
    const away = decision.go === 'mail' || isSavedFileAddress(decision.url) ? null : decision.url
    const here = saved.get(decision.url)
    if (elsewhere && away !== null) actions.openOutside(away)
    // A picture inside a link opens large, and offers the link there (picture-tools.tsx).
    else if (picturesOf(shown.article).some(({ element }) => element === target)) return
    else if (here !== undefined) {
      const { hash } = new URL(decision.url)
      goTo({ screen: 'item', id: here.id, copy: null, ...(hash === '' ? {} : { anchor: decoded(hash.slice(1)) }) })
    } else if (open?.what !== 'link' || open.link !== link) setOpen({ what: 'link', link, url: decision.url })
  }
  useEffect(() => {
    followLink.current = follow
  })
  useKeys(open === null ? [] : [{ keys: 'Escape', says: 'Close', group: 'Reading', run: close }])
  const go = (from: HTMLElement, note: Element) => {
    setOpen(null)
    setWay({ back: from, note })
    onGo(note)
  }
  return (
    <>
      {open?.what === 'note' ? (
        <NotePopover
          shown={shown}
          reference={open.link}
          note={open.note}
          seen={seen}
          onGo={() => go(open.link, open.note)}
          onClose={close}
        />
      ) : null}
      {open?.what === 'link' ? (
        <LinkPopover shown={shown} link={open.link} url={open.url} itemId={item.id} seen={seen} actions={actions} onClose={close} />
      ) : null}
      {way === null ? null : (
        <WayBack
          top={boxOf(shown, way.note).top}
          onBack={() => {
            onGo(way.back)
            focus(way.back)
            setWay(null)
          }}
        />
      )}
      <LinkStatus shown={shown} pageUrl={copy.finalUrl} saved={saved} />
    </>
  )
}

function WayBack({ top, onBack }: { readonly top: number; readonly onBack: () => void }) {
  return (
    <div className="way-back" style={{ top: `${top}px` }}>
      {/* biome-ignore lint/a11y/noAutofocus: one has just asked to be brought here, and wants to be brought back */}
      <button type="button" className="btn sm" autoFocus onClick={onBack}>
        Back to the text
      </button>
    </div>
  )
}
