// A document kept as it is (a PDF, a text): says what it is and hands it to the system's own viewer.
import { ExternalLink } from 'lucide-react'
import type { CopySummary } from '../../shared/copy.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { remarkWords } from '../../shared/remark-words.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { amount, bytes } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { useKeys } from '../design/use-keys.ts'
import { TitleBlock } from './title-block.tsx'
import './reader.css'

type Props = { readonly item: ItemSummary; readonly copy: CopySummary; readonly actions: ItemActions }

export function DocumentView({ item, copy, actions }: Props) {
  const open = () => actions.openDocument(copy.id)
  useKeys([{ keys: 'Enter', says: 'Open in the system’s viewer', group: 'Reading', run: open }])
  return (
    <main id="page" className="leaf scrolls" tabIndex={-1}>
      <div className="column">
        <TitleBlock item={item} dir={null} onFetchMissing={() => actions.refresh([item], true)} />
        <section className="document">
          <p>
            {typeWords(copy.mime)}, {bytes(copy.bytes)}, kept exactly as it came.
            {copy.words > 0 ? ` Its ${amount(copy.words, 'word is', 'words are')} found by search.` : ''}
          </p>
          {item.remarks.map((remark) => (
            <p key={`${remark.about} ${remark.what}`} className="quiet">
              {remarkWords(remark)}
            </p>
          ))}
          <p>
            <button type="button" className="btn primary" onClick={open}>
              <Icon of={ExternalLink} small />
              Open in the system’s viewer <KeysShown keys="Enter" />
            </button>
          </p>
        </section>
      </div>
    </main>
  )
}

function typeWords(mime: string): string {
  const known: Readonly<Record<string, string>> = {
    'application/pdf': 'A PDF document',
    'text/plain': 'A text file',
    'text/markdown': 'A Markdown text',
    'application/epub+zip': 'An EPUB book',
  }
  return known[mime] ?? (mime.startsWith('image/') ? 'A picture' : `A file of type ${mime}`)
}
