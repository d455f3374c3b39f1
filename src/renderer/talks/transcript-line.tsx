// The line over a transcript: what it is, where it came from, another one in its place, and the page the talk stands on.
import { ClipboardPaste, Download, FileText, Globe, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CopySummary } from '../../shared/copy.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import { hasOriginal } from '../client/item-words.ts'
import { Confirm } from '../design/confirm.tsx'
import { Lamp } from '../design/lamp.tsx'
import { Menu, type MenuLine } from '../design/menu.tsx'
import { hashOf } from '../routes.ts'
import { LookingForIt, PasteWords, TranscriptTrouble, useTranscriptFile } from './give-transcript.tsx'
import { transcriptWords } from './transcript-words.ts'
import type { Transcripts } from './use-transcripts.ts'

type Props = {
  readonly item: ItemSummary
  readonly job: JobProgress | null
  readonly shown: CopySummary
  readonly transcripts: Transcripts
  /** The copy of the page it stands on; null without one. */
  readonly page: CopySummary | null
}

export function TranscriptLine({ item, job, shown, transcripts, page }: Props) {
  const choose = useTranscriptFile(transcripts)
  const [open, setOpen] = useState<'paste' | 'remove' | null>(null)
  const here = transcripts.all.find(({ copy }) => copy.id === shown.id)
  const others = transcripts.all.filter(({ copy }) => copy.id !== shown.id)
  const lines: readonly MenuLine[] = [
    ...others.map((transcript, at) => ({
      label: `Show ${transcriptWords(transcript)}${others.findIndex((other) => transcriptWords(other) === transcriptWords(transcript)) < at ? ` (${at + 1})` : ''}`,
      icon: FileText,
      onChoose: () => transcripts.show(transcript),
    })),
    { label: 'Paste other words', icon: ClipboardPaste, ruleBefore: others.length > 0, onChoose: () => setOpen('paste') },
    ...(hasOriginal(item)
      ? [
          { label: `Look for one on ${item.host}`, icon: Globe, onChoose: () => transcripts.find('open') },
          { label: `Ask yt-dlp, which contacts ${item.host}`, icon: Download, onChoose: () => transcripts.find('yt-dlp') },
        ]
      : []),
    { label: 'Remove this transcript', icon: Trash2, bad: true, ruleBefore: true, onChoose: () => setOpen('remove') },
  ]
  return (
    <>
      <div className="tr-meta">
        <Lamp state="complete" />
        <p>Transcript on this machine{here === undefined ? '' : `: ${transcriptWords(here)}`}</p>
        <span className="spring" />
        {page === null ? null : (
          <a className="link" href={hashOf({ screen: 'item', id: item.id, copy: page.id })}>
            Its page
          </a>
        )}
        <button type="button" className="link" disabled={transcripts.busy} onClick={choose.open}>
          Replace with a file
        </button>
        <Menu name={others.length > 0 ? 'Other transcripts, and where to look' : 'Where else to look'} look="tool" lines={lines} />
      </div>
      {choose.input}
      {transcripts.trouble === null || open === 'paste' ? null : <TranscriptTrouble error={transcripts.trouble} />}
      <LookingForIt item={item} job={job} />
      {open === 'paste' ? <PasteWords transcripts={transcripts} onClose={() => setOpen(null)} /> : null}
      {open === 'remove' && here !== undefined ? (
        <Confirm
          title="Remove this transcript?"
          says="Its words go from this machine for good. Moments and their notes stay."
          yes="Remove it"
          onYes={() => {
            setOpen(null)
            transcripts.drop(here)
          }}
          onNo={() => setOpen(null)}
        />
      ) : null}
    </>
  )
}
