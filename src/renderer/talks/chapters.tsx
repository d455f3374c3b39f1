// The chapters of a recording: each tick is as tall as its chapter is long, and a click opens the recording there.
import { showSeconds } from '../../shared/address/start-time.ts'
import type { Chapter } from '../../shared/talk.ts'

type Props = {
  readonly chapters: readonly Chapter[]
  readonly duration: number | null
  readonly start: number | null
  readonly onGo: (seconds: number) => void
}

export function Chapters({ chapters, duration, start, onGo }: Props) {
  const now = start === null ? -1 : chapters.findLastIndex((chapter) => chapter.startSeconds <= start)
  return (
    <nav className="outline chapters scrolls" aria-label="Chapters">
      <h2>Chapters</h2>
      <ol className="num">
        {chapters.map((chapter, at) => {
          const end = chapters[at + 1]?.startSeconds ?? duration ?? chapter.startSeconds + 300
          const minutes = Math.min(20, Math.max(1, (end - chapter.startSeconds) / 60))
          return (
            <li key={`${chapter.startSeconds} ${chapter.title}`} className={at < now ? 'done' : at === now ? 'now' : ''}>
              <button
                type="button"
                style={{ '--min': minutes }}
                title={`Open at ${showSeconds(chapter.startSeconds)} in the browser`}
                onClick={() => onGo(chapter.startSeconds)}
              >
                <span>{chapter.title}</span>
                <time>{showSeconds(chapter.startSeconds)}</time>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
