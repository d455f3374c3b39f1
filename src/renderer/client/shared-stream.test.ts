import { afterEach, expect, test, vi } from 'vitest'
import type { OpenStream, StreamNews } from './event-stream.ts'
import { shareStream } from './shared-stream.ts'

type Opened = { readonly tell: (news: StreamNews) => void; readonly resumed: boolean; knocks: number; closed: boolean }
/** Every stream that was opened: what it brings is said by the test. */
const opened: Opened[] = []
const left: OpenStream[] = []
const window = () => {
  const heard: StreamNews[] = []
  const shared = shareStream(
    (tell, resumed) => {
      const stream: Opened = { tell, resumed, knocks: 0, closed: false }
      opened.push(stream)
      return {
        knock: () => {
          stream.knocks += 1
        },
        close: () => {
          stream.closed = true
        },
      }
    },
    (news) => heard.push(news),
  )
  left.push(shared)
  return { heard, shared }
}

afterEach(() => {
  for (const shared of left.splice(0)) shared.close()
  opened.length = 0
})

test('many windows open one stream, and every one of them hears it', async () => {
  const windows = Array.from({ length: 8 }, window)
  await vi.waitFor(() => expect(opened).toHaveLength(1))
  // Each of the others says that it is here, so that a stream that sleeps is tried at once.
  await vi.waitFor(() => expect(opened[0]?.knocks).toBe(7))
  opened[0]?.tell({ is: 'event', event: { name: 'library.changed', value: { at: 3 } } })
  for (const { heard } of windows) {
    await vi.waitFor(() => expect(heard).toEqual([{ is: 'event', event: { name: 'library.changed', value: { at: 3 } } }]))
  }
  expect(opened).toHaveLength(1)
})

test('when the window that held it goes, another one opens it as a stream that was interrupted', async () => {
  const first = window()
  await vi.waitFor(() => expect(opened).toHaveLength(1))
  const others = [window(), window()]
  await vi.waitFor(() => expect(opened[0]?.knocks).toBe(2))
  first.shared.close()
  await vi.waitFor(() => expect(opened).toHaveLength(2))
  expect(opened.map(({ resumed, closed }) => [resumed, closed])).toEqual([
    [false, true],
    [true, false],
  ])
  opened[1]?.tell({ is: 'open', missed: true })
  for (const { heard } of others) await vi.waitFor(() => expect(heard).toEqual([{ is: 'open', missed: true }]))
})

test('a window that waited for its turn and has gone takes none', async () => {
  const first = window()
  await vi.waitFor(() => expect(opened).toHaveLength(1))
  const second = window()
  await vi.waitFor(() => expect(opened[0]?.knocks).toBe(1))
  second.shared.close()
  first.shared.close()
  window()
  await vi.waitFor(() => expect(opened).toHaveLength(2))
})
