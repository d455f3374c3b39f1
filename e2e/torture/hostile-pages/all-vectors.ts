// Every vector, numbered through.
import { brew, type Vector } from './vector.ts'
import { addresses } from './vectors/addresses.ts'
import { clobbering } from './vectors/clobbering.ts'
import { drawings } from './vectors/drawings.ts'
import { handlers } from './vectors/handlers.ts'
import { parsing } from './vectors/parsing.ts'
import { stylesAndFrames } from './vectors/styles-and-frames.ts'

const classes = [...handlers, ...addresses, ...parsing, ...drawings, ...stylesAndFrames, ...clobbering]

/** Numbers begin at 1; 0 is a script whose number could not be written into it. */
export const allVectors: readonly Vector[] = classes
  .flatMap(({ name, recipes }) => recipes.map((recipe) => ({ name, recipe })))
  .map(({ name, recipe }, at) => ({ number: at + 1, class: name, markup: brew(recipe, at + 1) }))

/** The vectors of each class, in order. */
export const vectorClasses: ReadonlyMap<string, readonly Vector[]> = Map.groupBy(allVectors, (vector) => vector.class)
