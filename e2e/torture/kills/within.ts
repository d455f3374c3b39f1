// Waits for something to become true, as long as it takes and no longer than a patience that only a failure uses up.
export async function within(patienceMs: number, isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
    if (await isTrue()) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return isTrue()
}
