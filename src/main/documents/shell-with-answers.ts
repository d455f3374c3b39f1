// The shell with the first answers in it, as a block of data behind its last element.
import { type FirstAnswer, firstAnswersId } from '../../shared/first-questions.ts'

/**
 * `shell`: the bytes of index.html. The data is JSON without `<`, so nothing in it can end the block or begin another; being of a type that is
 * no script, it needs no word in the policy.
 */
export function shellWithAnswers(shell: Uint8Array, answers: readonly FirstAnswer[]): Uint8Array {
  if (answers.length === 0) return shell
  const html = new TextDecoder().decode(shell)
  const at = html.lastIndexOf('</body>')
  if (at < 0) return shell
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c')
  return new TextEncoder().encode(
    `${html.slice(0, at)}<script type="application/json" id="${firstAnswersId}">${data}</script>${html.slice(at)}`,
  )
}
