// Asks before something that cannot be undone. Everything else is done at once, with an undo.
import { Dialog } from './dialog.tsx'

type Props = {
  readonly title: string
  readonly says: string
  readonly yes: string
  readonly onYes: () => void
  readonly onNo: () => void
}

export function Confirm({ title, says, yes, onYes, onNo }: Props) {
  return (
    <Dialog title={title} onClose={onNo}>
      <p className="second">{says}</p>
      <div className="do">
        <button type="button" className="btn" onClick={onNo}>
          Keep
        </button>
        <button type="button" className="btn bad" onClick={onYes}>
          {yes}
        </button>
      </div>
    </Dialog>
  )
}
