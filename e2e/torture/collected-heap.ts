// How much this process really holds: its heap after everything collectable was collected.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes of the heap and of what hangs outside of it (buffers), after collecting twice: some things are let go by what the first round freed. */
export function collectedHeap(): number {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
