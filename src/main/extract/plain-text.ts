// The plain text of a cleaned article, as every other reader of it counts it.
import { normalise } from '../../shared/text/normalise.ts'
import { walkText } from '../../shared/text/walk-text.ts'
import type { Node } from './page-tree/page-node.ts'

/** The one normalised plain text of a node and everything below it. */
export function plainText(root: Node): string {
  return normalise(walkText(root)).text
}
