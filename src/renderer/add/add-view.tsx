// Add: links, many links, a text or files at the left, what was understood of it at the right. Nothing is fetched before Save.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { count } from '../design/amounts.ts'
import { Choice } from '../design/choice.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { useKeys } from '../design/use-keys.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { AddSource } from './add-source.tsx'
import type { Draft } from './draft.ts'
import { GivenFile, mainOf } from './given-file.tsx'
import { isStrange } from './given-text.ts'
import { groupFiles } from './group-files.ts'
import { saveDraft } from './save-draft.ts'
import { TickAll } from './tick-all.tsx'
import { overview, planOf, planSize, tickedAtFirst, tickedByAll, type Understood } from './understood.ts'
import { UnderstoodLink } from './understood-link.tsx'
import { useDraft } from './use-draft.ts'
import './add.css'

type Props = {
  readonly draft: Draft
  readonly actions: ItemActions
  readonly say: (words: string) => void
  readonly onLeave: () => void
}

const places = [
  { value: 'inbox', label: 'Inbox' },
  { value: 'later', label: 'Later' },
  { value: 'archive', label: 'Archive' },
] as const

/** Long enough not to ask at every letter, short enough to seem at once. */
const settleMs = 120
/** A longer text is shown as it is: marking it would keep the window busy. */
const mostMarked = 100_000

export function AddView({ draft, actions, say, onLeave }: Props) {
  const client = useClient()
  const { given, files, saving } = useDraft(draft)
  const list = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<(typeof places)[number]['value']>('inbox')
  const [correcting, setCorrecting] = useState(given.strange.length === 0)
  /** What the reader ticked or unticked by hand, by link; by the name of its page for a file. */
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const settled = useSettled(given.text, settleMs)
  const asked = settled.trim() !== ''
  const preview = useCall('item.preview', { text: settled }, { enabled: asked, keep: true })
  const fresh = settled === given.text && !preview.isPlaceholderData
  const links = asked ? (preview.data?.links ?? []) : []
  const groups = useMemo(() => groupFiles(files), [files])

  const lines = links.map((link) => ({ link, strange: isStrange(given, link.at, link.length) }))
  const isTicked = ({ link, strange }: { readonly link: Understood; readonly strange: boolean }) =>
    link.failure === null && (ticks.get(link.link) ?? tickedAtFirst(link, strange))
  const keptFiles = groups.filter((group) => ticks.get(fileKey(mainOf(group))) ?? true)
  const plan = planOf(lines.filter(isTicked))
  const size = planSize(plan) + keptFiles.length
  const words = overview(links, size)
  const ready = !saving && size > 0 && (!asked || (fresh && !preview.isFetching))
  const tick = (key: string, ticked: boolean) => setTicks(new Map(ticks).set(key, ticked))
  const tickAll = (ticked: boolean) =>
    setTicks(
      new Map([
        ...lines.map(({ link, strange }) => [link.link, ticked && tickedByAll(link, strange)] as const),
        ...groups.map((group) => [fileKey(mainOf(group)), ticked] as const),
      ]),
    )

  const save = () => {
    if (!ready) return
    const chosen = { plan, files: keptFiles, place }
    actions.attempt(async () => {
      const done = await saveDraft(client, draft, chosen, say)
      // Who has gone elsewhere meanwhile stays there.
      if (done && shown.current) onLeave()
    })
  }
  const leave = () => {
    // Files are not kept lying about: what was dropped is on the disk anyway.
    if (files.length > 0 && !saving) draft.clear()
    onLeave()
  }
  const shown = useRef(false)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  useEffect(() => {
    if (!correcting) list.current?.focus()
  }, [correcting])
  useKeys([
    { keys: 'Mod+Enter', says: 'Save', group: 'Add', run: save, whileTyping: true },
    { keys: 'Escape', says: 'Back', group: 'Add', run: leave, whileTyping: true },
  ])

  const understood = preview.data !== undefined && asked
  const nothing = asked && links.length === 0 && understood && !preview.isFetching
  return (
    <main className="page" id="page" tabIndex={-1}>
      <div className="add">
        <AddSource
          given={given}
          onGiven={draft.setText}
          onFiles={draft.addFiles}
          links={fresh ? links : []}
          correcting={correcting || given.text === '' || given.text.length > mostMarked}
          onCorrecting={setCorrecting}
        />
        <section className="out-col" aria-label="What Carrel understood" ref={list} tabIndex={-1}>
          <div className="out-head" role="status">
            {understood || groups.length > 0 ? (
              <>
                <h2>{nothing && groups.length === 0 ? 'No link in it' : words.main}</h2>
                <span className="quiet">{words.beside}</span>
              </>
            ) : (
              <h2 className="quiet">What was understood appears here</h2>
            )}
            <span className="spring" />
            {lines.length + groups.length > 1 ? (
              <TickAll ticked={lines.filter(isTicked).length + keptFiles.length} of={lines.length + groups.length} onTick={tickAll} />
            ) : null}
          </div>
          <ol className="picks scrolls">
            {preview.error === null ? null : (
              <li>
                <ErrorNotice error={preview.error} onAgain={() => void preview.refetch()} />
              </li>
            )}
            {lines.map((line, at) => (
              <UnderstoodLink
                key={line.link.link}
                {...line}
                number={at + 1}
                ticked={isTicked(line)}
                onTick={(ticked) => tick(line.link.link, ticked)}
              />
            ))}
            {groups.map((group, at) => (
              <GivenFile
                key={mainOf(group)}
                group={group}
                number={links.length + at + 1}
                ticked={keptFiles.includes(group)}
                onTick={(ticked) => tick(fileKey(mainOf(group)), ticked)}
              />
            ))}
            {nothing ? <li className="none quiet">An address begins with https:// or looks like example.org/page.</li> : null}
          </ol>
          <div className="add-foot">
            <Choice name="Save to" label="To" look="field" value={place} options={places} onChoose={setPlace} />
            <span className="spring" />
            <button type="button" className="btn bare" onClick={leave}>
              Cancel <KeysShown keys="Escape" />
            </button>
            <button
              type="button"
              className="btn primary"
              disabled={!ready}
              onClick={save}
              title={ready || saving ? undefined : 'Nothing is ticked'}
            >
              {saving ? 'Saving…' : size > 0 ? `Save ${count(size)} ${whatOf(planSize(plan), keptFiles.length)}` : 'Save'}{' '}
              <KeysShown keys="Mod+Enter" />
            </button>
          </div>
        </section>
      </div>
    </main>
  )
}

function fileKey(main: string): string {
  return `file ${main}`
}

function whatOf(links: number, files: number): string {
  if (files === 0) return links === 1 ? 'link' : 'links'
  if (links > 0) return 'things'
  return files === 1 ? 'file' : 'files'
}

function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
