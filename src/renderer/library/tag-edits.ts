// What happens in the tag editor before it is kept: which tags all of the items have, or some, and what is to be added and taken off. Pure.

export type TagEdits = { readonly add: readonly string[]; readonly remove: readonly string[] }
export const noEdits: TagEdits = { add: [], remove: [] }

/** `some`: how many of several items have it. */
export type TagHold = { readonly tag: string; readonly hold: 'all' | 'some' | 'none'; readonly items: number }

/** Every tag that one of the items has or will have, in the order they came. */
export function tagsHeld(items: readonly (readonly string[])[], edits: TagEdits): readonly TagHold[] {
  const names = [...new Set([...items.flat(), ...edits.add])].filter((tag) => !edits.remove.includes(tag))
  return names.map((tag) => holdOf(items, edits, tag))
}

export function holdOf(items: readonly (readonly string[])[], edits: TagEdits, tag: string): TagHold {
  const have = edits.remove.includes(tag) ? 0 : edits.add.includes(tag) ? items.length : items.filter((tags) => tags.includes(tag)).length
  return { tag, hold: have === 0 ? 'none' : have === items.length ? 'all' : 'some', items: have }
}

/** All have it: none will. Otherwise all will. */
export function toggled(items: readonly (readonly string[])[], edits: TagEdits, tag: string): TagEdits {
  return holdOf(items, edits, tag).hold === 'all' ? without(items, edits, tag) : withTag(items, edits, tag)
}

export function withTag(items: readonly (readonly string[])[], edits: TagEdits, tag: string): TagEdits {
  const needed = !items.every((tags) => tags.includes(tag))
  return {
    add: needed && !edits.add.includes(tag) ? [...edits.add, tag] : edits.add,
    remove: edits.remove.filter((other) => other !== tag),
  }
}

export function without(items: readonly (readonly string[])[], edits: TagEdits, tag: string): TagEdits {
  const had = items.some((tags) => tags.includes(tag))
  return {
    add: edits.add.filter((other) => other !== tag),
    remove: had && !edits.remove.includes(tag) ? [...edits.remove, tag] : edits.remove,
  }
}

/** Known tags that fit what is typed: those that begin with it first, then those that have it inside; at most `most`. */
export function suggestedTags(known: readonly string[], typed: string, most: number): readonly string[] {
  const begin = known.filter((tag) => tag.startsWith(typed))
  const inside = typed === '' ? [] : known.filter((tag) => !tag.startsWith(typed) && tag.includes(typed))
  return [...begin, ...inside].slice(0, most)
}
