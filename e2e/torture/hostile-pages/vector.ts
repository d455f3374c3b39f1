// What one attack inside a page is: markup that would run a script, ask for something, lead away or cover the screen, if anything let it.

/** `RUN` stands for a script that springs the trap, `GET` for an address nobody should ask for. */
export type Recipe = string | ((run: string, get: string) => string)

export type VectorClass = {
  readonly name: string
  readonly recipes: readonly Recipe[]
}

export type Vector = {
  /** Its place in the whole list: what the trap is told, and what repeats it. */
  readonly number: number
  readonly class: string
  readonly markup: string
}

/** The function of the window a script calls; whoever watches puts it there. */
export const trapName = 'carrelTrap'

/** The script of vector `number`: without quotes, brackets or spaces that its surroundings could trip over. */
export function scriptOf(number: number): string {
  return `top.${trapName}(${number})`
}

export function addressOf(number: number): string {
  return `/trap/${number}`
}

/** The markup of a recipe as vector `number`. */
export function brew(recipe: Recipe, number: number): string {
  const [run, get] = [scriptOf(number), addressOf(number)]
  return typeof recipe === 'function' ? recipe(run, get) : recipe.replaceAll('RUN', run).replaceAll('GET', get)
}

/** Every pair of the two lists, as one list of recipes. */
export function crossed<A, B>(ones: readonly A[], others: readonly B[], recipe: (one: A, other: B) => Recipe): Recipe[] {
  return ones.flatMap((one) => others.map((other) => recipe(one, other)))
}
