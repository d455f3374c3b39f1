// The dated copies of an item, which of them is shown, and the way to look at another.
import type { CopySummary } from '../../shared/copy.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import { bytes, dayAndTime } from '../design/amounts.ts'

type Props = {
  readonly copies: readonly CopySummary[]
  readonly itemId: ItemId
  readonly onShow: (copy: CopyId) => void
  readonly onOpenDocument: (copy: CopyId) => void
}

const sources = { web: '', file: 'from a file', 'web-archive': 'from the web archive', transcript: 'transcript' } as const

export function Copies({ copies, itemId, onShow, onOpenDocument }: Props) {
  const now = Date.now()
  return (
    <section className="sect">
      <h3>
        Copies<span className="r num">{copies.length}</span>
      </h3>
      <ul className="copies num">
        {copies
          .toSorted((a, b) => b.fetchedAt - a.fetchedAt)
          .map((copy) => (
            <li key={copy.id}>
              <span>
                {dayAndTime(copy.fetchedAt, now)}
                <small>{[sources[copy.source], bytes(copy.bytes)].filter((part) => part !== '').join(', ')}</small>
              </span>
              <span className="spring" />
              {copy.form === 'document' ? (
                <button type="button" className="link" onClick={() => onOpenDocument(copy.id)}>
                  open
                </button>
              ) : null}
              {copy.shown ? (
                <b>shown</b>
              ) : (
                <>
                  {copy.form === 'article' ? (
                    <a className="link" href={`#/item/${itemId}?copy=${copy.id}`}>
                      read
                    </a>
                  ) : null}
                  <button type="button" className="link" onClick={() => onShow(copy.id)}>
                    show
                  </button>
                </>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
