// The button that asks for the whole links of a text: the only thing in Add that contacts anybody, so it says whom.
import { Link2 } from 'lucide-react'
import { Icon } from '../design/icon.tsx'

type Asks = { readonly pages: boolean; readonly hackerNews: boolean }

export function LookButton({ asks, looking, onLook }: { readonly asks: Asks; readonly looking: boolean; readonly onLook: () => void }) {
  return (
    <button
      type="button"
      className="btn sm"
      disabled={looking}
      title={`Asks ${askedFor(asks)} for the whole links. Nothing is saved.`}
      onClick={onLook}
    >
      <Icon of={Link2} small />
      {looking ? 'Looking…' : asks.pages ? 'Look at the list page' : 'Ask Hacker News'}
    </button>
  )
}

function askedFor({ pages, hackerNews }: Asks): string {
  const named = [
    ...(pages ? ['the pages the text names'] : []),
    ...(hackerNews ? ['hn.algolia.com, which keeps what is said on Hacker News,'] : []),
  ]
  return named.join(' and ')
}
