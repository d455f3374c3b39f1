// `https://… (35:00)`: a time in brackets behind a bare address. Most are lengths; beside links that carry moments they are moments, too.
import type { DraftItem } from '../blocks/draft-item.ts'

const clock = /^\s*[([]\d{1,2}:\d{2}(?::\d{2})?[)\]]/

/** Turns such lengths into start times, in a text whose other recordings have a start in their address and none has a length. */
export function readBracketedMoments(drafts: readonly DraftItem[], textBehind: (draft: DraftItem) => string): void {
  const behindBare = drafts.filter((draft) => draft.link?.bare && draft.durationSeconds !== null && clock.test(textBehind(draft)))
  const others = drafts.filter((draft) => draft.kind === 'talk' && !behindBare.includes(draft))
  const areMoments =
    others.some(({ startSeconds }) => startSeconds !== null) && others.every(({ durationSeconds }) => durationSeconds === null)
  if (!areMoments) return
  for (const draft of behindBare) {
    draft.startSeconds = draft.durationSeconds
    draft.durationSeconds = null
  }
}
