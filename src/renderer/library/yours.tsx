// What in the panel is the reader's own: highlights and notes, and tags.
import type { ItemSummary } from '../../shared/item.ts'
import { useCall } from '../client/use-call.ts'
import { amount } from '../design/amounts.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { tagHref } from './library-place.ts'

export function Yours({ item, onTags }: { readonly item: ItemSummary; readonly onTags: () => void }) {
  const highlights = useCall('highlight.ofItem', { id: item.id }).data?.highlights ?? []
  const notes = highlights.filter(({ note }) => note !== '').length
  const said = [
    ...(highlights.length > 0 ? [amount(highlights.length, 'highlight', 'highlights')] : []),
    ...(notes > 0 ? [amount(notes, 'note', 'notes')] : []),
  ].join(', ')
  // In the trash nothing is added; a heading over nothing would stand there.
  if (item.place === 'trash' && item.tags.length === 0 && said === '') return null
  return (
    <section className="sect">
      <h3>
        Yours
        <span className="r num">{said}</span>
      </h3>
      <p className="tags-line">
        {item.tags.map((tag) => (
          <a key={tag} className="tag" href={tagHref(tag)} title={`Everything tagged #${tag}`}>
            {tag}
          </a>
        ))}
        {item.place === 'trash' ? null : (
          <button type="button" className="link" onClick={onTags}>
            {item.tags.length === 0 ? 'Add a tag' : 'Change tags'} <KeysShown keys="t" />
          </button>
        )}
      </p>
    </section>
  )
}
