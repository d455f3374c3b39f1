// The sheet on the leaf: one copy in its frame, and over it all that can be done with its words, whichever room shows it.
import { type ReactNode, useRef, useState } from 'react'
import type { CopySummary } from '../../shared/copy.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { Reading } from '../../shared/settings.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { EarlierMarks } from '../highlights/earlier-marks.tsx'
import { HighlightLayer, type HighlightLayerProps } from '../highlights/highlight-layer.tsx'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { ArticleFrame } from './article-frame.tsx'
import { MissingCopy } from './missing-copy.tsx'
import { PageTools } from './page-tools.tsx'
import type { FollowLink } from './page-tools-props.ts'
import type { Sheet } from './use-sheet.ts'
import './reader.css'

type Props = {
  readonly sheet: Sheet
  readonly item: ItemSummary
  readonly copy: CopySummary
  readonly path: string
  readonly reading: Reading
  readonly actions: ItemActions
  readonly highlightList: HighlightLayerProps['list']
  /** What a room lays over the words besides. */
  readonly over?: ((shown: ShownArticle, height: number) => ReactNode) | undefined
}

export function CopySheet({ sheet, item, copy, path, reading, actions, highlightList, over }: Props) {
  const { leaf, shown, height } = sheet
  const [missing, setMissing] = useState(false)
  /** What a link does is decided by the tools over the article, which know notes and saved pages. */
  const followLink = useRef<FollowLink>(() => undefined)
  return (
    <>
      <EarlierMarks item={item} copyId={copy.id} />
      {missing ? (
        <MissingCopy item={item} actions={actions} />
      ) : (
        <div className="sheet">
          <ArticleFrame
            path={path}
            title={item.title}
            pageUrl={copy.finalUrl}
            reading={reading}
            onShown={sheet.onShown}
            onHeight={sheet.onHeight}
            onLink={(decision, click) => followLink.current(decision, click)}
            onMissing={() => setMissing(true)}
          />
          {shown === null ? null : (
            <>
              <PageTools
                {...{ item, copy, shown, height, actions, leaf, followLink }}
                onGo={(element) => sheet.goTo(element)}
                onArrive={(element) => sheet.arriveAt(element)}
              />
              <HighlightLayer
                {...{ item, shown, height, actions }}
                copyId={copy.id}
                onGo={(range) => sheet.goToRange(range)}
                list={highlightList}
              />
              {over?.(shown, height)}
            </>
          )}
        </div>
      )}
    </>
  )
}
