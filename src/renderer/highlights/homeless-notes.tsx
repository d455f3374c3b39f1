// Words of notes whose highlight was deleted before they were kept: shown once, to be copied, and gone with the dialog.
import { copyText } from '../client/copy-text.ts'
import { Dialog } from '../design/dialog.tsx'
import { useLeftNotes } from './use-left-notes.ts'
import './writing.css'

export function HomelessNotes({ say }: { readonly say: (words: string) => void }) {
  const { homeless, drop } = useLeftNotes()
  if (homeless.length === 0) return null
  const words = homeless.map(({ draft }) => draft.note.trim()).join('\n\n')
  const copy = async () => {
    if (!(await copyText(words))) return say('The system does not let Carrel use the clipboard')
    say('The words are on the clipboard')
    drop()
  }
  return (
    <Dialog
      title={homeless.length === 1 ? 'A note has no passage any more' : `${homeless.length} notes have no passage any more`}
      onClose={drop}
    >
      <p className="second">The highlight was deleted before the last words of its note were kept. They are shown here once.</p>
      <textarea className="homeless scrolls" aria-label="The words" dir="auto" readOnly rows={6} value={words} />
      <div className="do">
        <button type="button" className="btn" onClick={drop}>
          Let them go
        </button>
        <button type="button" className="btn primary" onClick={copy}>
          Copy
        </button>
      </div>
    </Dialog>
  )
}
