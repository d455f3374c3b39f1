// Add: links, many links or a text at the left, what was understood of it at the right. Nothing is fetched before Save.
import { FileInput } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { amount } from '../design/amounts.ts'
import { Choice } from '../design/choice.tsx'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { useKeys } from '../design/use-keys.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import type { DroppedFile } from './dropped-files.ts'
import { saveLinks } from './save-links.ts'
import { isSole, overview, planOf, planSize, tickedAtFirst, type Understood } from './understood.ts'
import { UnderstoodLink } from './understood-link.tsx'
import './add.css'

type Props = {
  readonly text: string
  readonly onText: (text: string) => void
  readonly actions: ItemActions
  readonly say: (words: string) => void
  readonly onLeave: () => void
  readonly onFiles: (files: readonly DroppedFile[]) => void
}

const places = [
  { value: 'inbox', label: 'Inbox' },
  { value: 'later', label: 'Later' },
  { value: 'archive', label: 'Archive' },
] as const

/** Long enough not to ask at every letter, short enough to seem at once. */
const settleMs = 120

export function AddView({ text, onText, actions, say, onLeave, onFiles }: Props) {
  const client = useClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const fileField = useRef<HTMLInputElement>(null)
  const fieldId = useId()
  const [place, setPlace] = useState<(typeof places)[number]['value']>('inbox')
  /** What the reader ticked or unticked by hand, by link. */
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const settled = useSettled(text, settleMs)
  const asked = settled.trim() !== ''
  const preview = useCall('item.preview', { text: settled }, { enabled: asked, keep: true })
  const links = useMemo(() => (asked ? unique(preview.data?.links ?? []) : []), [asked, preview.data])

  const sole = isSole(settled, links)
  const isTicked = (link: Understood) => link.failure === null && (ticks.get(link.link) ?? tickedAtFirst(link, sole))
  const plan = planOf(links.filter(isTicked))
  const size = planSize(plan)
  const words = overview(links, plan)
  const ready = size > 0 && settled === text && !preview.isFetching

  const save = () => {
    if (!ready) return
    actions.attempt(async () => {
      say(await saveLinks(client, plan, place))
      onText('')
      onLeave()
    })
  }
  useEffect(() => {
    const textarea = field.current
    textarea?.focus()
    // A text left here earlier is kept, and gives way to whatever is typed or pasted now.
    textarea?.select()
  }, [])
  useKeys([
    { keys: 'Mod+Enter', says: 'Save', group: 'Add', run: save, whileTyping: true },
    { keys: 'Escape', says: 'Back', group: 'Add', run: onLeave, whileTyping: true },
  ])

  return (
    <main className="page" id="page" tabIndex={-1}>
      <div className="add">
        <section className="src" aria-label="What you pasted">
          <h1>
            <label htmlFor={fieldId}>Add</label>
          </h1>
          <p className="quiet">One link, many, or the whole text they stand in. Nothing is fetched yet.</p>
          <textarea
            ref={field}
            id={fieldId}
            className="text scrolls"
            spellCheck={false}
            placeholder="Paste links or text"
            value={text}
            maxLength={2_000_000}
            onChange={(event) => onText(event.target.value)}
          />
          <p className="under">
            <button type="button" className="btn sm" onClick={() => fileField.current?.click()}>
              <Icon of={FileInput} small />
              Choose files
            </button>
            <span className="quiet">Saved pages (HTML, MHTML), PDF, text. A folder can be dropped.</span>
            <input
              ref={fileField}
              type="file"
              multiple
              hidden
              accept=".html,.htm,.xhtml,.mhtml,.mht,.pdf,.txt,.md,text/html,application/pdf,text/plain"
              onChange={(event) => {
                onFiles([...(event.target.files ?? [])].map((file) => ({ path: file.name, file })))
                event.target.value = ''
              }}
            />
          </p>
        </section>
        <section className="out-col" aria-label="What Carrel understood">
          <div className="out-head" role="status">
            {asked && preview.data !== undefined ? (
              <>
                <h2>{links.length === 0 ? 'No link in it' : words.main}</h2>
                <span className="quiet">{words.beside}</span>
              </>
            ) : (
              <h2 className="quiet">What was understood appears here</h2>
            )}
          </div>
          <ol className="picks scrolls">
            {preview.error === null ? null : (
              <li>
                <ErrorNotice error={preview.error} onAgain={() => void preview.refetch()} />
              </li>
            )}
            {links.map((link, at) => (
              <UnderstoodLink
                key={link.link}
                link={link}
                number={at + 1}
                ticked={isTicked(link)}
                onTick={(ticked) => setTicks(new Map(ticks).set(link.link, ticked))}
              />
            ))}
            {asked && links.length === 0 && preview.data !== undefined && !preview.isFetching ? (
              <li className="none quiet">An address begins with https:// or looks like example.org/page.</li>
            ) : null}
          </ol>
          <div className="add-foot">
            <Choice name="Save to" label="To" look="field" value={place} options={places} onChoose={setPlace} />
            <span className="spring" />
            <button type="button" className="btn bare" onClick={onLeave}>
              Cancel <KeysShown keys="Escape" />
            </button>
            <button type="button" className="btn primary" disabled={!ready} onClick={save} title={ready ? undefined : 'Nothing is ticked'}>
              {size > 0 ? `Save ${amount(size, 'link', 'links')}` : 'Save'} <KeysShown keys="Mod+Enter" />
            </button>
          </div>
        </section>
      </div>
    </main>
  )
}

/** The same link twice is one line: saving it twice would mean nothing. */
function unique(links: readonly Understood[]): readonly Understood[] {
  return [...new Map(links.map((link) => [link.link, link])).values()]
}

function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
