// Answers the shell brought along: rows can be drawn before the first question is out. Asked again once the window stands, because what
// changed between the shell's making and the opening of the event stream went unheard.
import type { QueryClient } from '@tanstack/react-query'
import { type FirstAnswer, firstAnswersId } from '../../shared/first-questions.ts'

const askAgainAfterMs = 2_000

/** Nothing happens where the shell brought none (the development server's). */
export function takeGivenAnswers(queries: QueryClient): void {
  const block = document.getElementById(firstAnswersId)
  if (block === null) return
  // The border: the core wrote them by the same contract.
  const answers = JSON.parse(block.textContent) as readonly FirstAnswer[]
  block.remove()
  for (const { name, input, value } of answers) queries.setQueryData([name, input], value)
  setTimeout(() => {
    for (const { name } of answers) void queries.invalidateQueries({ queryKey: [name] })
  }, askAgainAfterMs)
}
