// An opened item that has no link yet: what the text says of it, what to search for, and a box that takes its link.
import { type FormEvent, useId, useState } from 'react'
import type { FailureValue } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import { copyText } from '../client/copy-text.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { toFindWords } from '../client/item-words.ts'
import { useClient } from '../client/use-call.ts'
import { Say } from '../design/say.tsx'
import { TitleBlock } from './title-block.tsx'
import './reader.css'
import './to-find.css'

type Props = { readonly item: ItemSummary; readonly actions: ItemActions; readonly onFound: (id: ItemId) => void }

export function ToFind({ item, actions, onFound }: Props) {
  const client = useClient()
  const field = useId()
  const [link, setLink] = useState('')
  const [failure, setFailure] = useState<FailureValue | null>(null)
  const { wanted } = item
  // The row keeps the beginning of what was said; here it stands whole.
  const whole = wanted?.words ?? ''
  const said = whole !== item.title ? whole : (item.recommendation ?? whole)

  const fill = (event: FormEvent) => {
    event.preventDefault()
    if (link.trim() === '') return
    actions.attempt(async () => {
      const result = await client.call('item.fill', { id: item.id, link: link.trim(), typed: true })
      if (!result.ok) return setFailure(result.failure)
      actions.say(result.already ? 'Found: it was in the library already' : 'Found: it keeps its place, and is on its way')
      onFound(result.item.id)
    })
  }
  const copy = (words: string) =>
    actions.attempt(async () =>
      actions.say((await copyText(words)) ? 'Copied the search phrase' : 'The system does not let Carrel copy; mark the words instead'),
    )
  return (
    <main id="page" className="leaf scrolls" tabIndex={-1}>
      <div className="column">
        <TitleBlock item={item} dir={null} onFetchMissing={() => undefined} />
        <div className="nothing-here to-find-box">
          <p>{toFindWords(item)}.</p>
          {said === '' ? null : <blockquote dir="auto">{said}</blockquote>}
          {wanted === null || wanted.urlPrefix === null ? null : (
            <p>
              Its link begins with <code>{wanted.urlPrefix}</code>
            </p>
          )}
          {wanted === null || wanted.search === '' ? null : (
            <p className="phrase">
              <span>Search for</span> <b dir="auto">{wanted.search}</b>
              <button type="button" className="btn sm" onClick={() => copy(wanted.search)}>
                Copy
              </button>
            </p>
          )}
          <form onSubmit={fill}>
            <label htmlFor={field}>You found it? Paste its link</label>
            <div className="line">
              <div className="field">
                <input
                  id={field}
                  type="text"
                  inputMode="url"
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  maxLength={20_000}
                  value={link}
                  onChange={(event) => {
                    setLink(event.target.value)
                    setFailure(null)
                  }}
                />
              </div>
              <button type="submit" className="btn primary">
                This is it
              </button>
            </div>
          </form>
          {failure === null ? null : (
            <div role="alert">
              <Say state="failed" bold={wordsFor(failure).says} plain={wordsFor(failure).remedy} />
            </div>
          )}
        </div>
      </div>
    </main>
  )
}
