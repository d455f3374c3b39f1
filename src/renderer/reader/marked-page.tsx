// The page a talk stands on, below what is known of the talk: all an article has but a place, which is the talk's own.
import type { RefObject } from 'react'
import type { CopySummary } from '../../shared/copy.ts'
import { CopySheet } from './copy-sheet.tsx'
import type { ReaderProps } from './reader-view.tsx'
import { useSheet } from './use-sheet.ts'

type Props = Pick<ReaderProps, 'item' | 'type' | 'actions' | 'highlightList'> & {
  readonly leaf: RefObject<HTMLElement | null>
  readonly copy: CopySummary
  readonly path: string
}

export function MarkedPage({ leaf, item, copy, path, type, actions, highlightList }: Props) {
  const sheet = useSheet({ leaf, copyId: copy.id, reading: type.reading, start: beginning, keep: () => undefined })
  return <CopySheet {...{ sheet, item, copy, path, actions, highlightList }} reading={type.reading} />
}

const beginning = { position: 0, progress: 0, anchor: null } as const
