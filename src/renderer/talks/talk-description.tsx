// What a talk's site says of it: plain text with its addresses and its times as buttons. Nothing in a description is ever HTML.
import { describedParts } from './described-parts.ts'
import type { OpenAt } from './talk-parts.ts'
import './talks.css'

type Props = {
  readonly text: string
  /** Of the recording, in seconds; null when it is not known. */
  readonly duration: number | null
  readonly openAt: OpenAt
  readonly onLink: (url: string) => void
}

export function TalkDescription({ text, duration, openAt, onLink }: Props) {
  return (
    <section className="description" aria-label="Description" dir="auto">
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => (
          <p key={paragraph}>
            {describedParts(paragraph, duration).map((part, at) => {
              // A description never changes while it is shown, and may say the same twice.
              const key = `${at} ${part.text}`
              if (part.kind === 'words') return part.text
              const isTime = part.kind === 'time'
              return (
                <button
                  type="button"
                  className={isTime ? 'link num' : 'link'}
                  key={key}
                  {...(isTime ? { title: openAt.says(part.seconds) } : {})}
                  onClick={() => (isTime ? openAt.open(part.seconds) : onLink(part.text))}
                >
                  {part.text}
                </button>
              )
            })}
          </p>
        ))}
    </section>
  )
}
