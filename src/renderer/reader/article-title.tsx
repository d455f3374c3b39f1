// The title over an article or a talk. Some pages put a whole paragraph into theirs: it is set smaller, and an endless one shows its beginning first.
import { useState } from 'react'
import { titleLength } from './title-length.ts'

export function ArticleTitle({ title }: { readonly title: string }) {
  const [whole, setWhole] = useState(false)
  const length = titleLength(title)
  return (
    <>
      <h1 dir="auto" data-length={length} data-cut={length === 'endless' && !whole ? '' : undefined}>
        {title}
      </h1>
      {length !== 'endless' ? null : (
        <button type="button" className="btn bare sm title-rest" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Less of the title' : 'More of the title'}
        </button>
      )}
    </>
  )
}
