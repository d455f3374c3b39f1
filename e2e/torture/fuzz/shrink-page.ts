// The smallest part of a page that still gives way, as far as a bounded number of tries finds it.

/** Leaves out ever smaller stretches of `page` for as long as what is left still breaks. At most `tries` questions are asked. */
export async function shrinkPage(page: string, stillBreaks: (page: string) => Promise<boolean>, tries = 200): Promise<string> {
  let small = page
  let left = tries
  for (let size = Math.ceil(small.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let at = 0; at < small.length && left > 0; ) {
      left -= 1
      const without = small.slice(0, at) + small.slice(at + size)
      if (await stillBreaks(without)) small = without
      else at += size
    }
  }
  return small
}
