// The article: a sandboxed frame as high as its text, so that one leaf scrolls it together with our title. Its scripts never run.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Reading } from '../../shared/settings.ts'
import { handleKey, useKeyMap } from '../design/use-keys.ts'
import { type PageText, readPageText } from '../page-text/page-text.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { dressFrame, followTheme, markWideBoxes, setReading } from './dress-frame.ts'
import { dropStrangers } from './drop-strangers.ts'
import { guardFrame, type LinkClick } from './guard-frame.ts'
import type { LinkDecision } from './link-decision.ts'

type Props = {
  readonly path: string
  readonly title: string
  /** Where the page came from: links to parts of it stay here. */
  readonly pageUrl: string | null
  /** How it is set; a change shows at once. */
  readonly reading: Reading
  readonly onShown: (shown: ShownArticle) => void
  /** The article's height changed from one value to another, in CSS pixels; called before anything is painted. */
  readonly onHeight: (height: number) => void
  readonly onLink: (decision: LinkDecision, click: LinkClick) => void
  readonly onMissing: () => void
}

export function ArticleFrame({ path, title, pageUrl, reading, onShown, onHeight, onLink, onMissing }: Props) {
  const element = useRef<HTMLIFrameElement>(null)
  const keys = useKeyMap()
  const [dressed, setDressed] = useState(false)
  const latest = useRef({ reading, onShown, onHeight, onLink, onMissing })
  latest.current = { reading, onShown, onHeight, onLink, onMissing }
  const matchHeight = useRef((_always?: true) => {})

  // In the same breath as the leaf around it (whose variables React has written by now), so that the line being read does not jump.
  useLayoutEffect(() => {
    const inside = element.current?.contentDocument
    if (!dressed || !inside) return
    setReading(inside, reading)
    matchHeight.current(true)
  }, [dressed, reading])

  useEffect(() => {
    const frame = element.current
    if (frame === null) return
    let stop: readonly (() => void)[] = []
    let gone = false
    // What the frame held before: it stays there until the article has begun to arrive.
    let begun = frame.contentDocument
    const show = async () => {
      const inside = frame.contentDocument
      if (inside === null || inside === begun || inside.URL === 'about:blank') return
      begun = inside
      for (const end of stop) end()
      dropStrangers(inside)
      const article = inside.querySelector('article.article')
      if (article === null) {
        latest.current.onMissing()
        return
      }
      stop = [
        guardFrame(inside, pageUrl, {
          onLink: (decision, click) => latest.current.onLink(decision, click),
          onKey: (event) => handleKey(keys, event),
        }),
        followTheme(inside),
      ]
      await dressFrame(inside, latest.current.reading)
      // The first faces decide the first height; one that is late holds nothing up, and the line being read stays when it comes.
      await Promise.race([inside.fonts.ready, new Promise((done) => setTimeout(done, 120))])
      if (gone) return
      let height = 0
      const match = (always?: true) => {
        const next = Math.ceil(inside.documentElement.getBoundingClientRect().height)
        if (next === height && always === undefined) return
        height = next
        frame.style.height = `${next}px`
        markWideBoxes(inside)
        latest.current.onHeight(next)
      }
      matchHeight.current = match
      match()
      const watcher = new ResizeObserver(() => match())
      watcher.observe(inside.documentElement)
      stop = [...stop, () => watcher.disconnect()]
      setDressed(true)
      let text: PageText | null = null
      latest.current.onShown({ frame, document: inside, article, text: () => (text ??= readPageText(article)) })
    }
    const shown = () => {
      cancelAnimationFrame(looking)
      void show()
    }
    frame.addEventListener('load', shown)
    frame.src = path
    // Its words are there before its pictures and are shown without waiting for them. A frame says nothing about that by itself.
    let looking = requestAnimationFrame(function look() {
      const inside = frame.contentDocument
      const words = inside !== null && inside !== begun && inside.URL !== 'about:blank' && inside.readyState !== 'loading'
      if (words) shown()
      else looking = requestAnimationFrame(look)
    })
    return () => {
      gone = true
      cancelAnimationFrame(looking)
      frame.removeEventListener('load', shown)
      for (const end of stop) end()
    }
  }, [path, pageUrl, keys])

  return (
    <iframe
      ref={element}
      className={dressed ? 'article-frame' : 'article-frame undressed'}
      title={title}
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
    />
  )
}
