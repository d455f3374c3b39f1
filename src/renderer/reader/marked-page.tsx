// The page a talk stands on, with the highlights of its copy: what the reader has of an article, without outline, place and tools.
import { type RefObject, useRef, useState } from 'react'
import type { CopyId, ItemSummary } from '../../shared/item.ts'
import type { Reading } from '../../shared/settings.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { EarlierMarks } from '../highlights/earlier-marks.tsx'
import { HighlightLayer, type HighlightLayerProps } from '../highlights/highlight-layer.tsx'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { ArticleFrame } from './article-frame.tsx'
import { showRange } from './furniture/show-range.ts'
import { MissingCopy } from './missing-copy.tsx'
import './reader.css'

type Props = {
  readonly item: ItemSummary
  readonly copy: { readonly id: CopyId; readonly finalUrl: string }
  readonly path: string
  readonly reading: Reading
  readonly actions: ItemActions
  readonly highlightList: HighlightLayerProps['list']
}

export function MarkedPage({ item, copy, path, reading, actions, highlightList }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<ShownArticle | null>(null)
  const [height, setHeight] = useState(0)
  const [missing, setMissing] = useState(false)
  if (missing) return <MissingCopy item={item} actions={actions} />
  return (
    <>
      <EarlierMarks item={item} copyId={copy.id} />
      <div ref={sheet} className="sheet">
        <ArticleFrame
          path={path}
          title={item.title}
          pageUrl={copy.finalUrl}
          reading={reading}
          onShown={setShown}
          onHeight={setHeight}
          onLink={(decision) => (decision.go === 'outside' ? actions.openOutside(decision.url) : undefined)}
          onMissing={() => setMissing(true)}
        />
        {shown === null ? null : (
          <HighlightLayer
            item={item}
            copyId={copy.id}
            shown={shown}
            height={height}
            actions={actions}
            onGo={(range) => bring(sheet, shown, range)}
            list={highlightList}
          />
        )}
      </div>
    </>
  )
}

function bring(sheet: RefObject<HTMLElement | null>, shown: ShownArticle, range: Range): void {
  const leaf = sheet.current?.closest<HTMLElement>('.leaf')
  if (leaf) showRange(leaf, shown.frame, range)
}
