// Add: links, a whole text or files at the left, what was understood of it at the right. Nothing is fetched or written before Save.
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ListId } from '../../shared/list.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useClient } from '../client/use-call.ts'
import { count } from '../design/amounts.ts'
import { Choice } from '../design/choice.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { useKeys } from '../design/use-keys.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { AddSource } from './add-source.tsx'
import { AllBox } from './all-box.tsx'
import type { Draft } from './draft.ts'
import type { DroppedFile } from './dropped-files.ts'
import { GivenFile, mainOf } from './given-file.tsx'
import { isOnlyLinks, lookedAt } from './given-text.ts'
import { groupFiles } from './group-files.ts'
import { ListPicks } from './list-picks.tsx'
import { LookButton } from './look-button.tsx'
import { saveDraft } from './save-draft.ts'
import { mayBeList, takeLinks } from './text-file.ts'
import { UnderstoodLink } from './understood-link.tsx'
import { useDraft } from './use-draft.ts'
import { useLinksGiven } from './use-links-given.ts'
import { useListGiven } from './use-list-given.ts'
import { useSettled } from './use-settled.ts'
import './add.css'
import './list-picks.css'

type Props = {
  readonly draft: Draft
  readonly actions: ItemActions
  readonly say: (words: string) => void
  /** Files that were chosen: they are looked at as those that are dropped. */
  readonly onFiles: (files: readonly DroppedFile[]) => void
  readonly onLeave: () => void
  readonly onList: (id: ListId) => void
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

export function AddView({ draft, actions, say, onFiles, onLeave, onList }: Props) {
  const client = useClient()
  const { given, files, troubles, saving } = useDraft(draft)
  const allId = useId()
  const column = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<(typeof places)[number]['value']>('inbox')
  const [correcting, setCorrecting] = useState(given.strange.length === 0)
  const [fileTicks, setFileTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const settled = lookedAt(given, useSettled(given, settleMs))
  const asked = settled.text.trim() !== ''
  const plain = isOnlyLinks(settled)
  const list = useListGiven(settled, asked && !plain)
  // A text in which nothing is recommended may still have links.
  const links = useLinksGiven(settled, asked && (plain || list.isEmpty))
  const isList = !plain && !list.isEmpty
  const room = isList ? list : links
  const groups = useMemo(() => groupFiles(files), [files])
  const keptFiles = groups.filter((group) => fileTicks.get(mainOf(group)) ?? true)
  const size = room.size + keptFiles.length
  const tickable = room.tickable + groups.length
  const sum = room.overview(keptFiles.length)
  const fresh = settled === given && !room.isOld
  const ready = !saving && size > 0 && (!asked || (fresh && !room.isAsking))
  const understood = asked && room.isKnown
  const nothing = understood && room.boxes === 0 && !room.isAsking

  const tickAll = (ticked: boolean) => {
    room.tickAll(ticked)
    setFileTicks(new Map(groups.map((group) => [mainOf(group), ticked])))
  }
  const save = () => {
    if (!ready) return
    const made: { list: ListId | null } = { list: null }
    const saveText = async () => {
      if (!isList) return await links.save(client, place)
      const saved = await list.save(client, place)
      made.list = saved.list
      actions.remember(saved.words, saved.back, 'Taken back: what was new is in the trash')
      return saved.words
    }
    // The words about a text stand with their Undo; those about files come after it.
    const tell = isList && keptFiles.length === 0 ? () => undefined : say
    actions.attempt(async () => {
      const done = await saveDraft(client, draft, { saveText: room.size > 0 ? saveText : null, files: keptFiles, place }, tell)
      // Who has gone elsewhere meanwhile stays there.
      if (!done || !shown.current) return
      if (made.list === null) onLeave()
      else onList(made.list)
    })
  }
  const readLinks = (group: readonly DroppedFile[]) => actions.attempt(() => takeLinks(group, draft).then(() => setCorrecting(false)))
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
    if (!correcting) column.current?.focus()
  }, [correcting])
  useKeys([
    { keys: 'Mod+Enter', says: 'Save', group: 'Add', run: save, whileTyping: true },
    { keys: 'Escape', says: 'Back', group: 'Add', run: leave, whileTyping: true },
  ])

  return (
    <main className="page" id="page" tabIndex={-1}>
      <div className="add">
        <AddSource
          given={given}
          onGiven={draft.setText}
          onFiles={onFiles}
          marks={fresh && understood ? room.marks : []}
          correcting={correcting || given.text === '' || given.text.length > mostMarked}
          onCorrecting={setCorrecting}
        />
        <section className="out-col" aria-label="What Carrel understood" ref={column} tabIndex={-1}>
          <div className="out-head">
            <div className="out-counts" role="status">
              {understood || groups.length > 0 ? (
                <>
                  <h2>{nothing && groups.length === 0 ? 'Nothing found in it' : sum.main}</h2>
                  <span className="quiet">{sum.beside}</span>
                </>
              ) : (
                <h2 className="quiet">What was understood appears here</h2>
              )}
            </div>
            <span className="spring" />
            {isList && list.asks !== null ? (
              <LookButton asks={list.asks} looking={list.looking} onLook={() => actions.attempt(list.look)} />
            ) : null}
            {tickable > 1 ? (
              <label className="tick-all btn bare sm" htmlFor={allId}>
                <AllBox id={allId} some={size > 0} all={room.allTicked && keptFiles.length === groups.length} onTick={tickAll} />
                Tick all
              </label>
            ) : null}
          </div>
          <ol className="picks scrolls">
            {room.error === null ? null : (
              <li>
                <ErrorNotice error={room.error} onAgain={room.again} />
              </li>
            )}
            {isList ? (
              <ListPicks rows={list.rows} joins={list.joins} onTick={list.tick} onTickAll={list.tickRows} onCorrect={list.correct} />
            ) : null}
            {isList
              ? null
              : links.lines.map((line, at) => (
                  <UnderstoodLink
                    key={line.link.link}
                    {...line}
                    number={at + 1}
                    ticked={links.isTicked(line)}
                    onTick={(ticked) => links.tick(line.link.link, ticked)}
                  />
                ))}
            {groups.map((group, at) => (
              <GivenFile
                key={mainOf(group)}
                group={group}
                number={room.boxes + at + 1}
                ticked={keptFiles.includes(group)}
                trouble={group.map((file) => troubles.get(file)).find((why) => why !== undefined) ?? null}
                onTick={(ticked) => setFileTicks(new Map(fileTicks).set(mainOf(group), ticked))}
                onReadLinks={given.text === '' && mayBeList(group) ? () => readLinks(group) : null}
              />
            ))}
            {nothing ? (
              <li className="none quiet">
                Carrel looks for links, and for what a text recommends by its title. A link begins with https:// or looks like
                example.org/page.
              </li>
            ) : null}
          </ol>
          <div className="add-foot">
            {isList && understood ? (
              <label className="field list-title">
                <span className="lab">List</span>
                <input
                  aria-label="Title of the list"
                  value={list.title}
                  maxLength={1_000}
                  placeholder="No list. A title makes one."
                  onChange={(event) => list.setTitle(event.target.value)}
                />
              </label>
            ) : null}
            <Choice name="Save to" label="To" look="field" value={place} options={places} onChoose={setPlace} />
            {isList && understood ? null : <span className="spring" />}
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
              {saving ? 'Saving…' : size > 0 ? `Save ${count(size)} ${whatOf(room, keptFiles.length)}` : 'Save'}{' '}
              <KeysShown keys="Mod+Enter" />
            </button>
          </div>
        </section>
      </div>
    </main>
  )
}

function whatOf({ size, isMixed }: { readonly size: number; readonly isMixed: boolean }, files: number): string {
  if (files === 0 && isMixed) return size === 1 ? 'thing' : 'things'
  if (files === 0) return size === 1 ? 'link' : 'links'
  if (size > 0) return 'things'
  return files === 1 ? 'file' : 'files'
}
