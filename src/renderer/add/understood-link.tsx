// One line of what Add understood: the address, what it is, and why it is ticked or not.
import { decoded } from '../../shared/address/decoded.ts'
import { showSeconds } from '../../shared/address/start-time.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import { kindWord, stateSentence } from '../client/item-words.ts'
import { Lamp } from '../design/lamp.tsx'
import type { Understood } from './understood.ts'

type Props = {
  readonly link: Understood
  readonly number: number
  /** It came from elsewhere: nobody at this desk typed it. */
  readonly strange: boolean
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

export function UnderstoodLink({ link, number, strange, ticked, onTick }: Props) {
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
        <Why link={link} strange={strange} ticked={ticked} />
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
  const known = link.kind === 'other' || link.kind === 'talk' || link.kind === 'article' ? `${kind}, title not known yet` : kind
  return link.startSeconds === null ? known : `${kind}, starts at ${showSeconds(link.startSeconds)}`
}

function Why({ link, strange, ticked }: Pick<Props, 'link' | 'strange' | 'ticked'>) {
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
    const where = `In ${placeWords[link.already.place]}. `
    return (
      <>
        {where}
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
    return (
      <>
        {ticked || !strange ? null : (
          <span className="warn">
            Not ticked: it leads into your own machine or network, and you did not type it. Tick it if you mean it.{' '}
          </span>
        )}
        <span className="address cut">{link.url ?? link.link}</span>
      </>
    )
  }
  return (
    <>
      {link.kind === 'talk' ? <span>What is said about it and its picture are kept, never the video. </span> : null}
      <span className="address cut">{link.url ?? link.link}</span>
    </>
  )
}

const placeWords = { inbox: 'the inbox', later: 'Later', archive: 'the archive', trash: 'the trash' } as const

/** Host and path: the title is not known before the page is fetched. */
function titleOf(link: Understood): string {
  if (link.url === null || !URL.canParse(link.url)) return link.link
  const { host, pathname } = new URL(link.url)
  const site = host.replace(/^www\./, '')
  if (link.kind === 'talk') return `A talk on ${site}`
  return `${site}${decoded(pathname).replace(/\/$/, '')}`
}
