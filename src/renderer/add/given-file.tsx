// One line of what Add was given as files: a page with its pictures, or a document. Nothing of it has been read yet.
import { bytes as bytesWords } from '../design/amounts.ts'
import type { DroppedFile } from './dropped-files.ts'
import { textNames } from './text-file.ts'

type Props = {
  readonly group: readonly DroppedFile[]
  readonly number: number
  readonly ticked: boolean
  /** Why it could not be saved a moment ago; null: nobody tried. */
  readonly trouble: string | null
  readonly onTick: (ticked: boolean) => void
  /** Takes its links instead of the file itself; null: it can have none, or another text lies here. */
  readonly onReadLinks: (() => void) | null
}

export function GivenFile({ group, number, ticked, trouble, onTick, onReadLinks }: Props) {
  const main = mainOf(group)
  const bytes = group.reduce((sum, { file }) => sum + file.size, 0)
  const others = group.length - 1
  return (
    <li className="pick">
      <label className="line">
        <input type="checkbox" className="box" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
        <span className="no num">{number}</span>
        <span className="t">
          <b className="cut" dir="auto">
            {main}
          </b>
        </span>
        <span className="k">{kindOf(main)}</span>
      </label>
      <div className="d">
        {bytesWords(bytes)}
        {others === 0 ? '' : `, with ${others === 1 ? 'one file' : `${others} files`} beside it`}.{' '}
        {trouble === null ? 'A file of yours; it is cleaned and kept.' : <span className="warn">{trouble}</span>}
        {onReadLinks === null ? null : (
          <>
            {' '}
            <button type="button" className="link" onClick={onReadLinks}>
              Take its links instead
            </button>
          </>
        )}
      </div>
    </li>
  )
}

/** The page a group is named after: the shortest path that is one, else the first file. */
export function mainOf(group: readonly DroppedFile[]): string {
  const pages = group.map(({ path }) => path).filter((path) => /\.(x?html?|mhtml?)$/i.test(path))
  const [first] = pages.toSorted((a, b) => a.split('/').length - b.split('/').length || a.length - b.length)
  return first ?? group[0]?.path ?? ''
}

function kindOf(path: string): string {
  if (/\.(x?html?|mhtml?)$/i.test(path)) return 'saved page'
  if (/\.pdf$/i.test(path)) return 'PDF'
  return textNames.test(path) ? 'text' : 'file'
}
