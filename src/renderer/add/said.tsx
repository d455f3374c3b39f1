// What the text says of a thing, in its words: the first lines of a long passage, and all of it when asked.
import { useState } from 'react'

/** About three lines of the preview beside the text. */
const shownLength = 260

export function Said({ words }: { readonly words: string }) {
  const [whole, setWhole] = useState(words.length <= shownLength)
  return (
    <span className="said" dir="auto">
      <q>{whole ? words : `${words.slice(0, shownLength).replace(/\s+\S*$/, '')} …`}</q>{' '}
      {whole ? null : (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show all
        </button>
      )}
    </span>
  )
}
