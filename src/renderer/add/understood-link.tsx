// One line of what Add understood: the address, what it is, and why it is ticked or not.
import { showSeconds } from '../../shared/address/start-time.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import { kindWord, stateSentence } from '../client/item-words.ts'
import { Lamp } from '../design/lamp.tsx'
import type { Understood } from './understood.ts'

type Props = { readonly link: Understood; readonly number: number; readonly ticked: boolean; readonly onTick: (ticked: boolean) => void }

export function UnderstoodLink({ link, number, ticked, onTick }: Props) {
  const title = link.already?.title ?? titleOf(link)
  return (
    <li className={link.already === null ? 'pick' : 'pick have'}>
      <label className="line">
        <input
          type="checkbox"
          className="box"
          checked={ticked}
          disabled={link.failure !== null}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span className="no num">{number}</span>
        <span className="t">
          <b className="cut" dir="auto">
            {title}
          </b>
          {link.startSeconds === null ? null : <span className="start num">{showSeconds(link.startSeconds)}</span>}
        </span>
        <span className="k">
          <Kind link={link} />
        </span>
      </label>
      <div className="d">
        <Why link={link} ticked={ticked} />
      </div>
    </li>
  )
}

function Kind({ link }: { readonly link: Understood }) {
  if (link.failure !== null) return link.failure.code === 'link.cut' ? 'link was cut' : 'cannot be saved'
  if (link.already !== null) {
    return (
      <>
        <Lamp state={link.already.state} /> {link.already.place === 'trash' ? 'in the trash' : 'in your library'}
      </>
    )
  }
  const kind = link.kind === 'other' ? 'page' : kindWord(link.kind).toLowerCase()
  return link.startSeconds === null ? kind : `${kind}, starts at ${showSeconds(link.startSeconds)}`
}

function Why({ link, ticked }: { readonly link: Understood; readonly ticked: boolean }) {
  if (link.failure !== null) {
    const { says, remedy } = wordsFor(link.failure)
    return (
      <div className="fixup">
        <i className="lab">was</i>
        <span>{link.link}</span>
        <i className="lab">why</i>
        <span className="why">
          {says} {remedy}
        </span>
      </div>
    )
  }
  if (link.already !== null) {
    if (link.already.place === 'trash') return 'It lies in the trash; saving brings it back.'
    return (
      <>
        {ticked
          ? 'A newer copy will be fetched; the earlier one stays. '
          : `${stateSentence(link.already).replace(/\.$/, '')}; nothing is fetched. `}
        <a className="link" href={`#/item/${link.already.id}`}>
          View
        </a>
      </>
    )
  }
  if (link.private) {
    return <span className="warn">It leads into your own machine or network. Tick it only if you mean that.</span>
  }
  return <span className="address cut">{link.url ?? link.link}</span>
}

/** Host and path: the title is not known before the page is fetched. */
function titleOf(link: Understood): string {
  if (link.url === null || !URL.canParse(link.url)) return link.link
  const { host, pathname } = new URL(link.url)
  const site = host.replace(/^www\./, '')
  if (link.kind === 'talk') return `A talk on ${site}`
  let path = pathname
  try {
    path = decodeURIComponent(pathname)
  } catch {
    // Not every path is well-formed; it is shown as it is then.
  }
  return `${site}${path.replace(/\/$/, '')}`
}
