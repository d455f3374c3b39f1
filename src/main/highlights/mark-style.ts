// How marks look in a page that left the library: each colour with a line of its own, so that none is told by colour alone.
import type { HighlightColour } from '../../shared/highlight.ts'

/** Paper and line, as the light theme has them. */
const looks: Readonly<Record<HighlightColour, readonly [paper: string, line: string]>> = {
  yellow: ['#fbe8a0', 'underline solid 1.5px #927000'],
  green: ['#cbeac4', 'underline double 1.5px #3a7d2c'],
  blue: ['#cae3f8', 'underline dotted 2.5px #226ca6'],
  purple: ['#e2d9f8', 'underline dashed 1.5px #6b51b6'],
  pink: ['#f9d5ed', 'underline wavy 1.25px #ae3a8d'],
  orange: ['#fcdcb8', 'underline solid 4px #ad5c0d'],
  red: ['#fad2cd', 'underline overline solid 1.5px #b83732'],
  grey: ['#dfe4e0', 'overline solid 1.5px #656f69'],
}

export const markStyle: string = [
  'mark{color:inherit;-webkit-print-color-adjust:exact;print-color-adjust:exact}',
  ...Object.entries(looks).map(([colour, [paper, line]]) => `mark.${colour}{background:${paper};text-decoration:${line}}`),
].join('')
